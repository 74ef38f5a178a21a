package nl.tweespoor.change;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.role.RolePages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The pages on which someone proposes a change, and reads what a proposal changes. */
@Controller
class ChangeController {

    private static final String PROPOSE = "/processes/propose";
    private static final String CHANGE = "/processes/changes/{number:[A-Za-z0-9-]{1,100}}";
    private static final String FILE = CHANGE + "/{side:proposed|live}/{name:[A-Za-z0-9_.-]+}";

    private final ChangePages pages;
    private final ChangeDesk desk;
    private final ProposedFiles files;
    private final CurrentUser currentUser;
    private final RolePages roles;

    ChangeController(ChangePages pages, ChangeDesk desk, ProposedFiles files, CurrentUser currentUser, RolePages roles) {
        this.pages = pages;
        this.desk = desk;
        this.files = files;
        this.currentUser = currentUser;
        this.roles = roles;
    }

    @GetMapping(PROPOSE)
    String ask(Model model) {
        return ask("", "", null, model);
    }

    @PostMapping(PROPOSE)
    String propose(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) List<MultipartFile> files, Model model) {
        checkMayPropose();
        try {
            return redirect(desk.propose(title, reason, SentFiles.read(Optional.ofNullable(files).orElse(List.of()))));
        } catch (Refusal refusal) {
            return ask(title, reason, refusal.getMessage(), model);
        }
    }

    private String ask(String title, String reason, String refused, Model model) {
        checkMayPropose();
        model.addAttribute("title", title);
        typed(reason, refused, model);
        return "propose";
    }

    @GetMapping(CHANGE)
    String read(@PathVariable String number, Model model) {
        return read(number, "", null, model);
    }

    @PostMapping(CHANGE + "/files")
    String replace(@PathVariable String number, @RequestParam(required = false) List<MultipartFile> files, Model model) {
        if (!find(number).replaces()) {
            throw notThere();
        }
        try {
            desk.replace(number, SentFiles.read(Optional.ofNullable(files).orElse(List.of())));
        } catch (Refusal refusal) {
            return read(number, "", refusal.getMessage(), model);
        }
        return redirect(number);
    }

    @PostMapping(CHANGE + "/stop")
    String stop(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        if (!find(number).stops()) {
            throw notThere();
        }
        try {
            desk.stop(number, reason);
        } catch (Refusal refusal) {
            return read(number, reason, refusal.getMessage(), model);
        }
        return redirect(number);
    }

    private String read(String number, String reason, String refused, Model model) {
        model.addAttribute("change", find(number));
        typed(reason, refused, model);
        return "change";
    }

    @GetMapping(FILE)
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable String side, @PathVariable String name) {
        return files.of(number).stream().filter(file -> file.name().equals(name)).findFirst()
                .flatMap(file -> "live".equals(side) ? file.before() : Optional.of(file.proposed())).map(ChangeController::attached)
                .orElseThrow(ChangeController::notThere);
    }

    private static ResponseEntity<byte[]> attached(DeployedResource file) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.name()).build().toString()).body(file.content());
    }

    private ChangePage find(String number) {
        return pages.of(number).orElseThrow(ChangeController::notThere);
    }

    /** Nothing that was typed is lost when it is refused. */
    private static void typed(String reason, String refused, Model model) {
        model.addAttribute("reason", reason);
        model.addAttribute("refused", refused == null ? null : List.of(refused.split("\n")));
    }

    private void checkMayPropose() {
        if (!roles.letDeploy(currentUser.groups())) {
            throw notThere();
        }
    }

    private static String redirect(String number) {
        return "redirect:" + ChangePages.address(number).orElseThrow();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
