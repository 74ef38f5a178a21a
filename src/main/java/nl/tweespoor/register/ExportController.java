package nl.tweespoor.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.overview.Words;
import nl.tweespoor.reading.Reading.Action;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Exactly what is filtered, as a file. It is written while it is read, so its size is no matter. */
@Controller
class ExportController {

    static final String PATH = "/register/export.";
    /** By the end of the name, what people call it. */
    static final Map<String, String> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("xlsx", "Excel");
        FORMATS.put("csv", "CSV");
        FORMATS.put("xes", "XES (voor process mining)");
    }

    private final RegisterPolicy policy;
    private final Selections selections;
    private final DecisionSearch search;
    private final DecisionReader reader;
    private final FilterForms forms;
    private final List<Format> formats;
    private final CurrentUser currentUser;
    private final People people;

    ExportController(RegisterPolicy policy, Selections selections, DecisionSearch search, DecisionReader reader,
            FilterForms forms, List<Format> formats, CurrentUser currentUser, People people) {
        this.policy = policy;
        this.selections = selections;
        this.search = search;
        this.reader = reader;
        this.forms = forms;
        this.formats = formats;
        this.currentUser = currentUser;
        this.people = people;
    }

    @GetMapping(PATH + "{format}")
    void export(@PathVariable String format, @RequestParam Map<String, String> request, HttpServletResponse response)
            throws IOException {
        Map<String, String> asked = Selections.asked(request);
        policy.checkReads(Action.EXPORT, asked);
        Format writer = formats.stream().filter(one -> one.name().equals(format)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Selection selection = selections.of(asked);
        About about = About.of(forms.of(asked), people.nameOf(currentUser.id().orElseThrow()), Words.moment(EngineClock.now()));
        response.setContentType(writer.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("besluiten-" + DutchTime.today() + "." + format).build().toString());
        writer.write(about, each -> search.each(selection, writer.order(), some -> reader.read(some).forEach(each)),
                response.getOutputStream());
    }
}
