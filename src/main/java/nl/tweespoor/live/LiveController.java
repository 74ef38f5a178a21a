package nl.tweespoor.live;

import java.util.List;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.role.RolePages;
import nl.tweespoor.upgrade.ShippedFile;
import nl.tweespoor.upgrade.WaitingFiles;
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
import org.springframework.web.server.ResponseStatusException;

/** The page Processen, a page for each process, table and form, and the question before a previous version is current again. */
@Controller
class LiveController {

    static final String PAGE = "/processes";

    private static final String MODEL = PAGE + "/{kind}/{key:[A-Za-z0-9_.-]+}";
    private static final String VERSION = MODEL + "/{number:[0-9]{1,9}}";
    private static final String UPGRADE = PAGE + "/upgrade/{name:[A-Za-z0-9_.-]+}";

    private final LivePages pages;
    private final PreviousVersions previous;
    private final WaitingFiles waiting;
    private final UpgradeChoices upgrade;
    private final CurrentUser currentUser;
    private final RolePages roles;

    LiveController(LivePages pages, PreviousVersions previous, WaitingFiles waiting, UpgradeChoices upgrade,
            CurrentUser currentUser, RolePages roles) {
        this.pages = pages;
        this.previous = previous;
        this.waiting = waiting;
        this.upgrade = upgrade;
        this.currentUser = currentUser;
        this.roles = roles;
    }

    @GetMapping(PAGE)
    String live(Model model) {
        model.addAttribute("live", pages.live());
        model.addAttribute("proposes", mayDeploy());
        return "processes";
    }

    @GetMapping(UPGRADE)
    String waiting(@PathVariable String name, Model model) {
        return waiting(find(name), "", null, model);
    }

    @PostMapping(UPGRADE)
    String choose(@PathVariable String name, @RequestParam(defaultValue = "") String reason, @RequestParam String choice, Model model) {
        if (!mayDeploy()) {
            throw notThere();
        }
        ShippedFile file = find(name);
        try {
            if ("take".equals(choice)) {
                upgrade.take(file, reason);
            } else {
                upgrade.keep(file, reason);
            }
        } catch (Refusal refusal) {
            return waiting(file, reason, refusal.getMessage(), model);
        }
        return "redirect:" + PAGE;
    }

    private String waiting(ShippedFile file, String reason, String refused, Model model) {
        model.addAttribute("waiting", upgrade.page(file));
        model.addAttribute("changes", mayDeploy());
        typed(reason, refused, model);
        return "upgrade";
    }

    private ShippedFile find(String name) {
        return waiting.find(name).orElseThrow(LiveController::notThere);
    }

    /** The file as it came with the program, to be opened in Camunda Modeler. */
    @GetMapping(UPGRADE + "/file")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        return file(name, find(name).offered());
    }

    @GetMapping(MODEL)
    String model(@PathVariable String kind, @PathVariable String key, Model model) {
        model.addAttribute("model", pages.model(kind(kind), key, mayDeploy()).orElseThrow(LiveController::notThere));
        return "model";
    }

    /** The file of a version. */
    @GetMapping(VERSION + "/file")
    ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable String key, @PathVariable int number) {
        return previous.file(kind(kind), key, number).map(file -> file(file.baseName(), file.content()))
                .orElseThrow(LiveController::notThere);
    }

    @GetMapping(VERSION)
    String ask(@PathVariable String kind, @PathVariable String key, @PathVariable int number, Model model) {
        return ask(kind(kind), key, number, "", null, model);
    }

    @PostMapping(VERSION)
    String makeCurrent(@PathVariable String kind, @PathVariable String key, @PathVariable int number,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "file") String what, Model model) {
        try {
            return "redirect:" + previous.makeCurrent(find(kind(kind), key, number), reason, "whole".equals(what))
                    .orElseGet(() -> LivePages.address(kind(kind), key));
        } catch (Refusal refusal) {
            return ask(kind(kind), key, number, reason, refusal.getMessage(), model);
        }
    }

    private String ask(ModelKind kind, String key, int number, String reason, String refused, Model model) {
        PreviousVersion version = find(kind, key, number);
        model.addAttribute("version", version);
        model.addAttribute("address", LivePages.address(kind, key));
        typed(reason, refused, model);
        return "previous-version";
    }

    /** Nothing that was typed is lost when it is refused. */
    private static void typed(String reason, String refused, Model model) {
        model.addAttribute("reason", reason);
        model.addAttribute("refused", refused == null ? null : List.of(refused.split("\n")));
    }

    private PreviousVersion find(ModelKind kind, String key, int number) {
        if (!mayDeploy()) {
            throw notThere();
        }
        return previous.find(kind, key, number).orElseThrow(LiveController::notThere);
    }

    private boolean mayDeploy() {
        return roles.letDeploy(currentUser.groups());
    }

    private static ModelKind kind(String word) {
        return ModelKind.of(word).orElseThrow(LiveController::notThere);
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString()).body(content);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
