package nl.tweespoor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** What a page shows or tells a screen reader, held against words that are English and can't be Dutch. */
class PageText {

    /** With capitals as they are: "Date" is English, "update" is Dutch too, and so are "filter", "been" and "of". */
    private static final Pattern ENGLISH = Pattern.compile("\\b(?:"
            + "[Tt]he|[Aa]nd|[Tt]his|[Tt]hat|[Ww]ith|[Yy]our|[Yy]ou|[Ff]rom|[Nn]ot|[Aa]re|[Ww]ill|[Mm]ust|[Pp]lease"
            + "|[Rr]equired|[Vv]alid|[Ii]nvalid|[Ff]ield|[Vv]alues?|[Cc]lick|[Ss]how|[Hh]ide"
            + "|No|Nothing|None|New|Add|Remove|Delete|Edit|Save|Cancel|Close|Search|Select|Choose|Submit|Start process"
            + "|Complete|Claim|Unclaim|Task|Tasks|Tasklist|Filters? name|Due|[Dd]ue date|Follow-up|Created|Date|Time"
            + "|Loading|Error|Failed|Failure|Warning|Success|Started|Completed|Assignee|Candidate|Groups?|Comments?"
            + "|History|Diagram of|Description|Business Key|Welcome|Sign|Log in|Login|Logout|Username|Password"
            + "|[Aa]go|[Dd]ays|[Hh]ours|[Mm]onths?|[Yy]ears?|a few|in a|Today|Yesterday|Tomorrow|Next|Previous|Increment"
            + "|January|February|March|May|June|July|August|October|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
            + "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b");

    private static final Pattern LEFTOVER =
            Pattern.compile("\\{\\{|}}|\\$\\{|\\bnull\\b|\\bundefined\\b|\\[object|\\bNaN\\b");

    /** The logo of bpmn.io must stay as it is. */
    private static final String EVERYTHING = """
            () => {
              const shown = element => element.checkVisibility() && !element.closest('.fjs-powered-by');
              const attributes = [...document.querySelectorAll('[placeholder],[title],[aria-label],[alt],[uib-tooltip]')]
                .filter(shown)
                .flatMap(element => ['placeholder', 'title', 'aria-label', 'alt', 'uib-tooltip']
                  .map(name => element.getAttribute(name)).filter(text => text));
              return document.body.innerText + '\\n' + attributes.join('\\n');
            }""";

    private final Page page;

    PageText(Page page) {
        this.page = page;
    }

    void isDutch() {
        String text = (String) page.evaluate(EVERYTHING);
        assertThat(linesWith(ENGLISH, text)).as("lines with English").isEmpty();
        assertThat(linesWith(LEFTOVER, text)).as("lines with a leftover").isEmpty();
    }

    private static List<String> linesWith(Pattern pattern, String text) {
        return text.lines().filter(line -> pattern.matcher(line).find()).distinct().toList();
    }
}
