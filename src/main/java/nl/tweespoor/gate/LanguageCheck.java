package nl.tweespoor.gate;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What people read is Dutch: a name or a question that came along from an example in English is found by its small words. */
@Component
class LanguageCheck implements FileCheck {

    /** Words without which no English sentence stands, and that no Dutch one has. */
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|and|what|which|please|your|this|that|with|from|should)\\b");
    private static final List<String> READ = List.of("label", "dateLabel", "description", "text");

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        if (!ours) {
            return;
        }
        file.processes().forEach(process -> Elements.nodes(process).filter(node -> isEnglish(node.getName())).forEach(node ->
                findings.add(process.file(), node.getName(), "deze naam is Engels. Schrijf hem in het Nederlands: mensen lezen hem in Tasklist.")));
        file.forms().forEach(form -> form.components().forEach(component -> READ.stream().map(name -> component.path(name).asText().replaceAll("\\{\\{.*?}}", ""))
                .filter(LanguageCheck::isEnglish).findFirst().ifPresent(text -> findings.add(form.file(), FormCheck.nameOf(component),
                        "deze tekst is Engels. Schrijf hem in het Nederlands."))));
    }

    private static boolean isEnglish(String text) {
        return text != null && ENGLISH.matcher(text).find();
    }
}
