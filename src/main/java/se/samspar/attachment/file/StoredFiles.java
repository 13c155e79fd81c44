package se.samspar.attachment.file;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The files, in a table of their own: never changed, written in the transaction of their DocumentReference. */
@Component
public class StoredFiles {

    private static final int PIECE = 256 * 1024;

    private final JdbcTemplate jdbc;

    StoredFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(String id, FileType type, byte[] content) {
        jdbc.update(
                "INSERT INTO attachment (id, content_type, size, sha256, content) VALUES (?, ?, ?, ?, ?)",
                id,
                type.toString(),
                content.length,
                HexFormat.of().formatHex(digest("SHA-256", content)),
                content);
    }

    public Optional<StoredFile> find(String id) {
        return jdbc
                .query(
                        "SELECT content_type, size, sha256 FROM attachment WHERE id = ?",
                        (row, number) -> new StoredFile(
                                id, row.getString("content_type"), row.getInt("size"), row.getString("sha256")),
                        id)
                .stream()
                .findAny();
    }

    /** Writes the content piece by piece: neither a whole file in memory nor a connection held for a slow reader. */
    public void copy(StoredFile file, OutputStream target) throws IOException {
        for (int offset = 0; offset < file.size(); offset += PIECE) {
            target.write(jdbc.queryForObject(
                    "SELECT substring(content FROM ? FOR ?) FROM attachment WHERE id = ?",
                    byte[].class,
                    offset + 1,
                    PIECE,
                    file.id()));
        }
    }

    public static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has " + algorithm, missing);
        }
    }
}
