package nl.tweespoor.change;

import java.util.Arrays;
import java.util.List;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.RemovalRule;
import nl.tweespoor.engine.WholeDeployment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of each proposal, by its number, with what was live when they were offered. */
@Component
class ProposedFiles implements RemovalRule {

    private final JdbcClient jdbc;
    private final WholeDeployment live;
    private final OutcomeRepository outcomes;

    ProposedFiles(JdbcClient jdbc, WholeDeployment live, OutcomeRepository outcomes) {
        this.jdbc = jdbc;
        this.outcomes = outcomes;
        this.live = live;
    }

    /** By name; none for a number that is no proposal. */
    List<ProposedFile> of(String number) {
        return jdbc.sql("select name, content, live from proposed_file where proposal = ? order by name").param(number)
                .query((row, index) -> new ProposedFile(row.getString(1), row.getBytes(2), row.getBytes(3))).list();
    }

    List<DeployedResource> proposed(String number) {
        return of(number).stream().map(ProposedFile::proposed).toList();
    }

    /** Held against what is live now; what they do is found out after this. */
    void replace(String number, List<DeployedResource> files) {
        removed(number);
        files.forEach(file -> jdbc.sql("insert into proposed_file (proposal, name, content, live) values (?, ?, ?, ?)")
                .params(Arrays.asList(number, file.baseName(), file.content(), live.live(file).map(DeployedResource::content).orElse(null)))
                .update());
        outcomes.wants(number, Outcomes.about(files));
    }

    @Override
    public void removed(String number) {
        jdbc.sql("delete from proposed_file where proposal = ?").param(number).update();
    }
}
