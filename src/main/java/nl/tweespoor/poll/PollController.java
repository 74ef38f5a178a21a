package nl.tweespoor.poll;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.tweespoor.engine.DutchTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page for people without an account: who has the link answers, once. A link that was used, guessed or is too late says the same. */
@Controller
class PollController {

    private static final String STATE = "state";

    private final PollLinks links;

    PollController(PollLinks links) {
        this.links = links;
    }

    @GetMapping("/poll/{token}")
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return links.open(new Token(token), request.getRemoteAddr()).map(poll -> ask(poll, token, model)).orElseGet(() -> gone(response, model));
    }

    @PostMapping("/poll/{token}")
    String answer(@PathVariable String token, @RequestParam(name = "antwoord1", required = false) String first,
            @RequestParam(name = "antwoord2", required = false) String second,
            @RequestParam(name = "toelichting", defaultValue = "") String words, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Poll> open = links.open(new Token(token), request.getRemoteAddr());
        if (open.isEmpty()) {
            return gone(response, model);
        }
        PollAnswer answer = new PollAnswer(first, second, words.strip());
        if (!answer.answers(open.get())) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("answer", answer);
            return ask(open.get(), token, model);
        }
        if (!links.answer(new Token(token), open.get(), answer)) {
            return gone(response, model);
        }
        model.addAttribute(STATE, "thanks");
        return "poll";
    }

    private static String ask(Poll poll, String token, Model model) {
        model.addAttribute(STATE, "ask");
        model.addAttribute("poll", poll);
        model.addAttribute("token", token);
        model.addAttribute("longest", PollAnswer.LONGEST);
        model.addAttribute("lastDay", DutchTime.written(poll.until().atZone(DutchTime.ZONE).toLocalDate().minusDays(1)));
        return "poll";
    }

    private static String gone(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(STATE, "gone");
        return "poll";
    }
}
