package nl.tweespoor.register;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.reading.Reading.Action;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Which decisions there are like this one; what was asked stands in the address. */
@Controller
class RegisterController {

    static final String PAGE = "/register";

    private static final int ON_A_PAGE = 50;
    private static final int COUNTED = 1000;
    private static final String SAMPLE = "sample";
    private static final String SEED = "seed";
    private static final String LAST = "last";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final int SEEDS = 1_000_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegisterPolicy policy;
    private final Selections selections;
    private final DecisionSearch search;
    private final DecisionReader reader;
    private final FilterForms forms;

    RegisterController(RegisterPolicy policy, Selections selections, DecisionSearch search, DecisionReader reader,
            FilterForms forms) {
        this.policy = policy;
        this.selections = selections;
        this.search = search;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String show(@RequestParam Map<String, String> request, Model model, HttpServletResponse response) {
        Map<String, String> asked = Selections.asked(request);
        policy.checkReads(Action.READ, asked);
        if (asked.containsKey(SAMPLE) && !asked.containsKey(SEED)) {
            asked.put(SEED, String.valueOf(RANDOM.nextInt(SEEDS)));
            return "redirect:" + address(PAGE, asked);
        }
        FilterForm form = forms.of(asked);
        model.addAttribute("form", form);
        model.addAttribute("audits", policy.audits());
        try {
            model.addAttribute("page", page(form, Optional.ofNullable(request.get(LAST)).map(Found::read).orElse(null)));
        } catch (Refusal no) {
            response.setStatus(no.status());
            model.addAttribute("problem", no.getMessage());
        }
        return "register";
    }

    private RegisterPage page(FilterForm form, Found last) {
        Map<String, String> asked = form.asked();
        Selection selection = selections.of(asked);
        boolean filtered = Filter.FIELDS.stream().anyMatch(asked::containsKey);
        List<RegisterPage.Export> exports = ExportController.FORMATS.entrySet().stream().map(format -> new RegisterPage.Export(
                format.getValue(), address(ExportController.PATH + format.getKey(), asked))).toList();
        if (selection.sample().isPresent()) {
            List<Found> drawn = search.draw(selection.filter(), selection.sample().get());
            return new RegisterPage(About.onPaper(form), filtered, counted(drawn.size()), rows(drawn), null, null, exports,
                    "Steekproef uit " + counted(search.count(selection.filter())) + ", met startgetal " + selection.sample().get().seed() + ".");
        }
        List<Found> found = search.page(selection.filter(), Order.NEWEST_FIRST, last, ON_A_PAGE + 1);
        List<Found> shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        return new RegisterPage(About.onPaper(form), filtered, counted(selection.filter()), rows(shown),
                found.size() > ON_A_PAGE ? address(PAGE, with(asked, LAST, shown.get(ON_A_PAGE - 1).written())) : null,
                last == null ? null : address(PAGE, asked), exports, null);
    }

    private List<RegisterPage.Row> rows(List<Found> found) {
        return reader.read(found).stream().map(RegisterPage.Row::of).toList();
    }

    private String counted(Filter filter) {
        long count = search.count(filter, COUNTED + 1);
        return count > COUNTED ? "Meer dan " + counted(COUNTED) : counted(count);
    }

    static String counted(long number) {
        return number == 1 ? "1 besluit" : String.format(DUTCH, "%,d besluiten", number);
    }

    private static Map<String, String> with(Map<String, String> asked, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(asked);
        more.put(name, value);
        return more;
    }

    private static String address(String path, Map<String, String> asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
