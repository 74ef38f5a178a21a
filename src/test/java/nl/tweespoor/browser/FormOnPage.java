package nl.tweespoor.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Camunda Form that is open in Tasklist. The deployed form says which questions there are; what matters to the story
 * is answered as told, the rest as someone in a hurry would: some text, the first choice, a day next month.
 */
class FormOnPage {

    /** The form doesn't say what can be chosen. */
    private static final Object FIRST_OF_DATA = new Object();
    private static final String SOME_TEXT = "Dit staat in ons overleg van deze week.";
    /**
     * Nobody answers the next question before the page has shown the last answer, which form-js takes when its field is left.
     * A page that Chromium doesn't paint for a while never comes to rest; nobody waits for that longer than two seconds.
     */
    private static final String LEAVES_AND_RESTS = """
            () => {
              const field = document.activeElement && document.activeElement.closest('.fjs-form') ? document.activeElement : null;
              if (field) {
                field.blur();
              }
              return new Promise(rest => {
                requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(() => rest())));
                setTimeout(rest, 2000);
              });
            }""";

    /** In milliseconds. */
    private static final double OPENS_WITHIN = 5000;
    private static final int MOST_TRIES = 4;
    private final Page page;
    private final JsonNode questions;
    private final LocalDate today;
    private final Map<JsonNode, String> typed = new HashMap<>();

    FormOnPage(Page page, InputStream form, LocalDate today) {
        this.page = page;
        this.today = today;
        try (form) {
            questions = new ObjectMapper().readTree(form).path("components");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param answers by the key of the question: a value of its list, a text, a LocalDate, or a list of what is shown */
    void fill(Map<String, Object> answers) {
        for (JsonNode question : questions) {
            Object answer = answers.get(question.path("key").asText());
            boolean always = question.path("validate").path("required").asBoolean() && (!question.has("conditional") || goesWithTheWeight(question));
            if (answer != null) {
                answer(question, answer);
            } else if (always) {
                answer(question, anything(question));
            }
        }
        readAgain();
    }

    /** How heavy a dossier is was chosen on a form before, so that what is asked for it stands there from the beginning. */
    private boolean goesWithTheWeight(JsonNode question) {
        return question.path("conditional").path("hide").asText().contains("chosenWeight") && field(question).isVisible();
    }

    /**
     * What a person sees who looks before completing: on a busy machine form-js paints an older state over what was just
     * typed (300 ms are debounced). They type it once more; what is lost again stays lost, and the test red.
     */
    private void readAgain() {
        Map.copyOf(typed).forEach((question, text) -> {
            Locator input = field(question).locator("input, textarea");
            if (input.isVisible() && !input.inputValue().equals(text)) {
                answer(question, text);
            }
        });
    }

    void fillOnly(Map<String, Object> answers) {
        answers.forEach((key, answer) -> answer(question(key, questions), answer));
    }

    /** The question with all that belongs to it: label, field, explanation and error. */
    Locator question(String key) {
        return field(question(key, questions));
    }

    private void answer(JsonNode question, Object answer) {
        Locator field = field(question);
        switch (question.path("type").asText()) {
            case "textfield", "textarea", "number" -> {
                field.locator("input, textarea").fill(answer.toString());
                typed.put(question, answer.toString());
            }
            case "checkbox" -> field.getByRole(AriaRole.CHECKBOX).check();
            case "radio" -> option(field, labelOf(question, answer)).check();
            case "checklist" -> ((List<?>) answer).forEach(one -> option(field, labelOf(question, one)).check());
            case "select" -> {
                chooseFrom(field, answer == FIRST_OF_DATA ? field.locator(".fjs-dropdownlist-item").first() : item(field, labelOf(question, answer)));
            }
            case "taglist" -> ((List<?>) answer).forEach(one -> {
                field.locator("input").click();
                choose(field, labelOf(question, one));
            });
            case "datetime" -> pick(field, (LocalDate) answer);
            default -> throw new IllegalStateException("Nobody can answer " + question);
        }
        page.evaluate(LEAVES_AND_RESTS);
    }

    /** A list closes again when the page moves under it: then a person opens it once more. */
    private void chooseFrom(Locator field, Locator item) {
        for (int tries = 1; ; tries++) {
            field.locator(".fjs-input-group").click();
            try {
                item.click(new Locator.ClickOptions().setTimeout(OPENS_WITHIN));
                return;
            } catch (TimeoutError closed) {
                if (tries == MOST_TRIES) {
                    throw closed;
                }
            }
        }
    }

    private static Locator item(Locator field, String label) {
        return field.locator(".fjs-dropdownlist").getByText(label, new Locator.GetByTextOptions().setExact(true));
    }

    private void choose(Locator field, String label) {
        new PageText(page).isDutch();
        item(field, label).click();
    }

    private void pick(Locator field, LocalDate day) {
        field.locator("input.flatpickr-input").click();
        Locator calendar = field.locator(".flatpickr-calendar");
        new PageText(page).isDutch();
        Locator year = calendar.locator(".cur-year");
        Locator month = calendar.locator(".flatpickr-monthDropdown-months");
        for (int i = 0; i < 24 && !(year.inputValue().equals("" + day.getYear())
                && month.inputValue().equals("" + (day.getMonthValue() - 1))); i++) {
            calendar.locator(".flatpickr-next-month").click();
        }
        calendar.locator(".flatpickr-day:not(.prevMonthDay):not(.nextMonthDay):text-is('" + day.getDayOfMonth() + "')")
                .click();
    }

    private Object anything(JsonNode question) {
        return switch (question.path("type").asText()) {
            case "textfield" -> question.path("validate").has("pattern") ? "1.000" : SOME_TEXT;
            case "textarea" -> SOME_TEXT;
            case "number" -> 1 + question.path("validate").path("min").asInt(0);
            case "checkbox" -> true;
            case "datetime" -> "today".equals(question.path("properties").path("latest").asText()) ? today : today.plusMonths(1);
            case "checklist" -> List.of(question.path("values").path(0).path("value").asText());
            default -> question.has("valuesKey") ? FIRST_OF_DATA : question.path("values").path(0).path("value").asText();
        };
    }

    private static String labelOf(JsonNode question, Object value) {
        for (JsonNode option : question.path("values")) {
            if (option.path("value").asText().equals(value)) {
                return option.path("label").asText();
            }
        }
        return value.toString();
    }

    private Locator option(Locator field, String label) {
        return field.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private Locator field(JsonNode question) {
        String label = question.path(question.has("dateLabel") ? "dateLabel" : "label").asText();
        String id = question.path("id").asText();
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHas(page.locator("[id$='-" + id + "'], [id*='-" + id + "-']")))
                .filter(new Locator.FilterOptions().setHasText(label));
    }

    private static JsonNode question(String key, JsonNode questions) {
        for (JsonNode question : questions) {
            if (key.equals(question.path("key").asText())) {
                return question;
            }
        }
        throw new IllegalArgumentException("No question " + key);
    }
}
