package nl.tweespoor.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the dossiers of the demo: a file for each in {@code demo/dossiers}. */
@Component
class DossierStories {

    private static final String FILES = "classpath*:demo/dossiers/*.yml";

    private final ObjectMapper mapper = new ObjectMapper();

    /** Oldest first, because numbers are given out per year and never go back to an earlier one. */
    List<DossierStory> oldestFirst() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES)).map(this::read)
                    .sorted(Comparator.comparing(DossierStory::daysAgo).reversed().thenComparing(DossierStory::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DossierStory read(Resource file) {
        try (InputStream text = file.getInputStream()) {
            Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return mapper.convertValue(content, DossierStory.class).named(file.getFilename());
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("Can't read demo dossier " + file.getFilename() + ": " + e.getMessage(), e);
        }
    }
}
