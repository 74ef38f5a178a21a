package nl.tweespoor.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The key that signs seals. It stands in a file, outside the database: whoever can change the one can't sign with the other.
 */
@Component
class LedgerKey {

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final LedgerSettings settings;
    private PrivateKey key;
    private String publicKey;

    LedgerKey(LedgerSettings settings) {
        this.settings = settings;
    }

    /** In hexadecimal digits, of the bytes that these digits stand for. */
    String sign(String hexadecimal) {
        return sign(HexFormat.of().parseHex(hexadecimal));
    }

    synchronized String sign(byte[] bytes) {
        load();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized String publicKey() {
        load();
        return publicKey;
    }

    /** As other programs read it. */
    String publicKeyAsPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(publicKey()))
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether a seal with this key is one of ours. Without a file there is no key yet, and none is made for this. */
    synchronized boolean trusts(String other) {
        return settings.trustedKeys().contains(other) || Files.exists(settings.key()) && publicKey().equals(other);
    }

    /** Whether the signature over the bytes that the digits of the hash stand for is of this public key. */
    static boolean holds(String publicKey, String hash, String signature) {
        if (signature == null || !SIGNATURE.matcher(signature).matches()) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(publicKey))));
            check.update(HexFormat.of().parseHex(hash));
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private void load() {
        if (key != null) {
            return;
        }
        try {
            if (!Files.exists(settings.key())) {
                make();
            }
            List<String> lines = Files.readAllLines(settings.key());
            key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(lines.get(0))));
            publicKey = lines.get(1);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read or make the key of the ledger, " + settings.key(), e);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(settings.key() + " is no key of the ledger", e);
        }
    }

    /** Two lines: the private key as PKCS#8 has it, and the public one. On disk before anything is signed with it. */
    private void make() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        HexFormat hex = HexFormat.of();
        String content = hex.formatHex(pair.getPrivate().getEncoded()) + "\n" + hex.formatHex(pair.getPublic().getEncoded()) + "\n";
        Path file = settings.key().toAbsolutePath();
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, NEW, ownerOnly())) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            // Another node on the same folder was first: its key is ours.
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
