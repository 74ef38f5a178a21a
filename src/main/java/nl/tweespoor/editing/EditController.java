package nl.tweespoor.editing;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.change.SentFiles;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.WholeDeployment;
import nl.tweespoor.gate.Finding;
import nl.tweespoor.gate.Gate;
import nl.tweespoor.live.ModelKind;
import nl.tweespoor.live.ModelVersions;
import nl.tweespoor.live.ModelVersions.Version;
import nl.tweespoor.role.RolePages;
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

/** The page with the editor, for who may propose, and what the gate says of what is drawn there. */
@Controller
class EditController {

    private static final String PAGE = "/processes";

    private final ModelVersions versions;
    private final WholeDeployment deployment;
    private final Gate gate;
    private final CurrentUser currentUser;
    private final RolePages roles;

    EditController(ModelVersions versions, WholeDeployment deployment, Gate gate, CurrentUser currentUser, RolePages roles) {
        this.versions = versions;
        this.deployment = deployment;
        this.gate = gate;
        this.currentUser = currentUser;
        this.roles = roles;
    }

    @GetMapping(PAGE + "/{kind}/{key:[A-Za-z0-9_.-]+}/edit")
    String edit(@PathVariable String kind, @PathVariable String key, Model model) {
        checkMayPropose();
        model.addAttribute("edited", ModelKind.of(kind).flatMap(known -> page(known, key)).orElseThrow(EditController::notThere));
        return "edit";
    }

    @GetMapping(PAGE + "/new-form")
    String newForm(Model model) {
        checkMayPropose();
        model.addAttribute("edited", EditPage.newForm());
        return "edit";
    }

    /** For whoever reads what is live: it says who may change it. */
    @GetMapping(PAGE + "/guide")
    String guide() {
        return "guide";
    }

    private Optional<EditPage> page(ModelKind kind, String key) {
        return versions.of(kind, key).stream().findFirst().map(newest -> page(kind, newest));
    }

    private static EditPage page(ModelKind kind, Version newest) {
        String address = PAGE + "/" + kind.word() + "/" + newest.key();
        return new EditPage(kind, newest.key(), newest.name(), new DeployedResource(newest.file(), new byte[0]).baseName(),
                address + "/" + newest.number() + "/file", address);
    }

    /** What the gate would refuse, with what is live beside it; nothing is stored. */
    @PostMapping(PAGE + "/check")
    ResponseEntity<List<Finding>> check(@RequestParam(required = false) List<MultipartFile> files) {
        checkMayPropose();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(findings(Optional.ofNullable(files).orElse(List.of())));
    }

    private List<Finding> findings(List<MultipartFile> files) {
        try {
            return gate.findings(deployment.completed(SentFiles.read(files)));
        } catch (Refusal refusal) {
            return List.of(new Finding("", "", refusal.getMessage()));
        }
    }

    private void checkMayPropose() {
        if (!roles.letDeploy(currentUser.groups())) {
            throw notThere();
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
