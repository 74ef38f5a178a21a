package nl.tweespoor.overview;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a PDF of what stands on a page, by a template of its own: tagged, so that it can be read aloud, and with its fonts in it. */
@Component
public class Pdf {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Map<Integer, String> FONTS = Map.of(400, "fonts/OpenSans_400Regular.ttf", 700, "fonts/OpenSans_700Bold.ttf");
    /** What someone pasted in a field, and no XML may hold. */
    private static final Pattern NO_XML = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    static {
        // It tells on the console how it lays out each page.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;

    Pdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    public byte[] of(String template, Map<String, Object> told) {
        String page = templates.process(template, new Context(DUTCH, told));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(NO_XML.matcher(page).replaceAll(""), null);
        FONTS.forEach((weight, file) -> builder.useFont(() -> {
            try {
                return new ClassPathResource(file).getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, "Open Sans", weight, FontStyle.NORMAL, true));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            builder.toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
