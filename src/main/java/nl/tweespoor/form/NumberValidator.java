package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Holds a number against its question: limits, decimals, steps. */
class NumberValidator {

    /** Beyond this a browser can't tell two whole numbers apart. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);
    private static final int MOST_DECIMALS = 20;

    private final FormContext context;
    private final Problems problems;

    NumberValidator(FormContext context, Problems problems) {
        this.context = context;
        this.problems = problems;
    }

    /** Whole numbers are a Long and others a Double, by what the form says and not by what was typed. */
    Object check(FormField field, Object answer) {
        boolean asText = field.component().path("serializeToString").asBoolean();
        BigDecimal number = Decimals.of(answer, asText);
        if (number == null || number.abs().compareTo(LARGEST) > 0) {
            return problems.wrong(field, "Vul een getal in, zoals 12, bij");
        }
        JsonNode decimals = field.component().path("decimalDigits");
        int most = decimals.isNumber() ? decimals.asInt() : MOST_DECIMALS;
        if (number.stripTrailingZeros().scale() > most) {
            return problems.wrong(field, most == 0 ? "Vul een heel getal in bij"
                    : "Gebruik hoogstens " + most + " cijfers achter de komma bij");
        }
        BigDecimal least = context.limit(field, "min");
        if (least != null && number.compareTo(least) < 0) {
            return problems.wrong(field, "Vul minstens " + least.toPlainString() + " in bij");
        }
        BigDecimal largest = context.limit(field, "max");
        if (largest != null && number.compareTo(largest) > 0) {
            return problems.wrong(field, "Vul hoogstens " + largest.toPlainString() + " in bij");
        }
        BigDecimal step = Decimals.of(field.component().path("increment").asText(), true);
        if (step != null && step.signum() != 0 && number.remainder(step).signum() != 0) {
            return problems.wrong(field, "Vul een veelvoud van " + step.toPlainString() + " in bij");
        }
        return asText ? number.toPlainString() : most == 0 ? (Object) number.longValueExact() : number.doubleValue();
    }
}
