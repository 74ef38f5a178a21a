package nl.tweespoor.form;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.tweespoor.engine.Refusal;
import org.springframework.stereotype.Component;

/** Reads and writes amounts as Dutch people type them: a dot between thousands, a comma before decimals. */
@Component("amounts")
public class Amounts {

    private static final Pattern DUTCH = Pattern.compile("-?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d{1,2})?");
    private static final DecimalFormatSymbols DUTCH_SYMBOLS = new DecimalFormatSymbols(Locale.forLanguageTag("nl-NL"));

    /** An amount as Dutch people write it, without decimals where there are none. */
    public String written(Number amount) {
        return new DecimalFormat(amount.doubleValue() % 1 == 0 ? "#,##0" : "#,##0.00", DUTCH_SYMBOLS).format(amount);
    }

    /** Whether it can be read. */
    static boolean isOne(String typed) {
        return DUTCH.matcher(typed.strip()).matches();
    }

    /** Euros or the unit of an indicator, for a decision table; null when nothing was filled in. */
    public Double parse(Object typed) {
        if (typed == null || !VisibleText.isIn(typed.toString())) {
            return null;
        }
        String text = typed.toString().strip();
        if (!isOne(text)) {
            throw Refusal.invalid("'" + text + "' is geen bedrag of getal. Schrijf het zo: 12.500 of 7,5.");
        }
        return new BigDecimal(text.replace(".", "").replace(',', '.')).doubleValue();
    }
}
