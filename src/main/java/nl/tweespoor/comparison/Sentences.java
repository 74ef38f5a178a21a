package nl.tweespoor.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what differs between two versions of a file. */
final class Sentences {

    /** Of a longer text only the place where it changed is told. */
    private static final int WHOLE = 160;
    private static final int AROUND = 30;
    private static final Fact NOTHING = new Fact("", "", "");

    private final Parts before;
    private final Parts after;
    private final List<Difference> told = new ArrayList<>();

    private Sentences(Parts before, Parts after) {
        this.before = before;
        this.after = after;
    }

    static List<Difference> of(Parts before, Parts after) {
        Sentences sentences = new Sentences(before, after.withIdsOf(before));
        sentences.tell();
        return List.copyOf(sentences.told);
    }

    private void tell() {
        for (Part now : after.all()) {
            Part was = before.get(now.id());
            if (was != null) {
                changes(was, now);
            } else if (now.owner() == null || before.get(now.owner()) != null) {
                told.add(Difference.came("Nieuw: " + now.called() + now.with() + ".", now.element()));
            }
        }
        for (Part was : before.all()) {
            if (after.get(was.id()) == null && (was.owner() == null || after.get(was.owner()) != null)) {
                told.add(Difference.went("Vervalt: " + was.called() + ".", was.element()));
            }
        }
        after.orders().forEach((list, now) -> moves(before.orders().getOrDefault(list, List.of()), now));
    }

    private void changes(Part was, Part now) {
        if (!Objects.equals(was.name(), now.name())) {
            told.add(Difference.changed(capital(was.called()) + (now.name() == null || now.name().isEmpty() ? " heeft geen naam meer."
                    : " heet nu " + quoted(now.name()) + "."), now.element()));
        }
        Stream.concat(was.facts().keySet().stream(), now.facts().keySet().stream()).distinct().forEach(key -> {
            Fact old = was.facts().getOrDefault(key, NOTHING);
            Fact fresh = now.facts().getOrDefault(key, NOTHING);
            if (!old.raw().equals(fresh.raw())) {
                told.add(Difference.changed(capital(was.called()) + change(key, old, fresh), now.element()));
            }
        });
    }

    private static String change(String key, Fact was, Fact now) {
        boolean same = was.shown().equals(now.shown());
        String old = same ? quoted(was.raw()) : was.shown();
        String fresh = same ? quoted(now.raw()) : now.shown();
        String label = was == NOTHING ? now.label() : was.label();
        if (YesNo.is(was) || YesNo.is(now)) {
            return YesNo.change(was, now);
        } else if (key.equals(ProcessReader.TO) || key.equals(ProcessReader.FROM)) {
            String way = key.equals(ProcessReader.TO) ? "gaat" : "komt";
            String where = key.equals(ProcessReader.TO) ? "naar" : "van";
            return " %s nu %s %s, niet meer %s %s.".formatted(way, where, fresh, where, old);
        } else if (old.isEmpty()) {
            return ": %s was er nog niet en wordt %s.".formatted(label, fresh);
        } else if (fresh.isEmpty()) {
            return ": %s was %s en vervalt.".formatted(label, old);
        }
        return ": %s was %s en wordt %s.".formatted(label, around(old, fresh), around(fresh, old));
    }

    /** As few as need to move to come from the one order to the other. */
    private void moves(List<String> was, List<String> now) {
        List<String> old = was.stream().filter(new HashSet<>(now)::contains).toList();
        List<String> fresh = now.stream().filter(new HashSet<>(was)::contains).toList();
        Set<String> stayed = stayed(old, fresh);
        for (int i = 0; i < fresh.size(); i++) {
            Part part = before.get(fresh.get(i));
            if (!stayed.contains(fresh.get(i))) {
                told.add(Difference.changed(capital(part.called()) + " staat nu " + (i == 0 ? "vooraan" : "na "
                        + before.get(fresh.get(i - 1)).called()) + ".", after.get(fresh.get(i)).element()));
            }
        }
    }

    /** The longest row of them that is in both in the same order. */
    private static Set<String> stayed(List<String> old, List<String> fresh) {
        Map<String, Integer> places = new HashMap<>();
        old.forEach(id -> places.put(id, places.size()));
        int[] length = new int[fresh.size()];
        int[] previous = new int[fresh.size()];
        int last = -1;
        for (int i = 0; i < fresh.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(fresh.get(j)) < places.get(fresh.get(i)) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Set<String> stayed = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            stayed.add(fresh.get(i));
        }
        return stayed;
    }

    static String quoted(String text) {
        return text.isEmpty() ? "" : "«" + text.strip().replaceAll("\\s+", " ") + "»";
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Of a long text the place where it differs from the other. */
    private static String around(String text, String other) {
        if (text.length() <= WHOLE && other.length() <= WHOLE) {
            return text;
        }
        int shortest = Math.min(text.length(), other.length());
        int start = 0;
        while (start < shortest && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int from = start <= AROUND ? 0 : text.lastIndexOf(' ', start - AROUND) + 1;
        int space = text.indexOf(' ', text.length() - end + AROUND);
        int to = space < 0 ? text.length() : space;
        return (from == 0 ? "" : "«…") + text.substring(from, to) + (to == text.length() ? "" : "…»");
    }
}
