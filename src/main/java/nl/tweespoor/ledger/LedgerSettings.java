package nl.tweespoor.ledger;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger's key is, and where seals go.
 *
 * @param key         the file with the key that signs seals; made at the first seal. All nodes share one
 * @param trustedKeys public keys of earlier files, as a seal shows them: what they sealed still counts
 * @param seals       the folder that gets each seal, on another machine; null when none does
 * @param sealMailTo  the address that gets each seal, of someone who can't change the database; null when none does
 */
@ConfigurationProperties("tweespoor.ledger")
record LedgerSettings(@DefaultValue("data/ledger-key") Path key, @DefaultValue List<String> trustedKeys, Path seals,
        String sealMailTo) {
}
