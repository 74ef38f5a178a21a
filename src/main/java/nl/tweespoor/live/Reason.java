package nl.tweespoor.live;

import nl.tweespoor.engine.Refusal;
import nl.tweespoor.form.VisibleText;

/** Why someone changes what is live; it becomes a part of the name of a deployment, of which the engine keeps 255 characters. */
public final class Reason {

    private static final int LONGEST = 150;

    private Reason() {
    }

    /** @throws Refusal when it doesn't say why */
    public static String checked(String typed) {
        String why = typed.strip();
        if (!VisibleText.saysWhy(why) || VisibleText.turnsAround(why)) {
            throw Refusal.invalid("Schrijf bij 'Waarom?' een echte reden op.");
        }
        if (why.length() > LONGEST) {
            throw Refusal.invalid("Maak de reden bij 'Waarom?' korter: hoogstens " + LONGEST + " tekens, nu " + why.length() + ".");
        }
        return why;
    }
}
