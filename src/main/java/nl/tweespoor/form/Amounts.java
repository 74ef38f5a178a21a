package nl.tweespoor.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import nl.tweespoor.engine.Refusal;
import org.springframework.stereotype.Component;

/** Reads amounts as Dutch people type them: a dot between thousands, a comma before decimals. */
@Component("amounts")
public class Amounts {

    private static final Pattern DUTCH = Pattern.compile("-?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d{1,2})?");

    /** Euros or the unit of an indicator, for a decision table; null when nothing was filled in. */
    public Double parse(Object typed) {
        if (typed == null || !VisibleText.isIn(typed.toString())) {
            return null;
        }
        String text = typed.toString().strip();
        if (!DUTCH.matcher(text).matches()) {
            throw Refusal.invalid("'" + text + "' is geen bedrag of getal. Schrijf het zo: 12.500 of 7,5.");
        }
        return new BigDecimal(text.replace(".", "").replace(',', '.')).doubleValue();
    }
}
