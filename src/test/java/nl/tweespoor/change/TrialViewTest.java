package nl.tweespoor.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.tweespoor.trial.Tried;
import org.junit.jupiter.api.Test;

class TrialViewTest {

    @Test
    void oneIsToldAsOne() {
        assertThat(new TrialView(true, false, new Tried(1, 1, 7, 7, List.of())).summary())
                .isEqualTo("1 dossier liep proef en nam 7 van de 7 paden, in 1 seconde. Er liep niets vast.");
        assertThat(new TrialView(true, false, new Tried(2, 8, 6, 7, List.of("Iets"))).summary())
                .isEqualTo("2 dossiers liepen proef en namen 6 van de 7 paden, in 8 seconden.");
    }
}
