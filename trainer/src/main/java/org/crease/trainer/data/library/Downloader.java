package org.crease.trainer.data.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Map;

/**
 * Downloads one file over HTTP, going on where an earlier attempt was cut. What came is kept after a failure, and asked for
 * no second time when the server knows ranges (RFC 9110, section 14). Redirects are followed at most five times, never from
 * https to http. Whether the bytes are right is for the caller to check.
 */
final class Downloader {
    private static final int TRIES = 4;
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;
    private static final Map<Integer, String> REASONS = Map.of(
            301, "redirected too often",
            302, "redirected too often",
            303, "redirected too often",
            307, "redirected too often",
            308, "redirected too often",
            403, "forbidden",
            404, "not found",
            503, "not available");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Duration patience;

    /**
     * A downloader.
     *
     * @param patience how long a server may send nothing
     */
    Downloader(Duration patience) {
        this.patience = patience;
    }

    /** The server's answer makes another attempt pointless. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Downloads until the server has no more.
     *
     * @param address what to download
     * @param part what came so far, open for writing; it grows, or is begun anew when the server knows no ranges
     * @param most the most bytes to accept
     * @param file name for the progress
     * @throws IOException when it could not be downloaded, with the reason as message
     */
    void download(URI address, FileChannel part, long most, String file, Progress progress)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long before = part.size();
            try {
                attempt(address, part, most, file, progress);
                return;
            } catch (Refused e) {
                throw e;
            } catch (IOException e) {
                if (attempt == TRIES || (part.size() == before && before == 0)) {
                    throw e;
                }
            }
        }
    }

    private void attempt(URI address, FileChannel part, long most, String file, Progress progress)
            throws IOException, InterruptedException {
        long from = part.size();
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            long start = start(response, from, part);
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            long total = length < 0 ? -1 : start + length;
            if (total > most) {
                throw new Refused("has %d bytes, expected at most %d".formatted(total, most));
            }
            part.truncate(start);
            part.position(start);
            copy(body, part, total, most, file, progress);
        }
    }

    /** Where in the file the answer begins. */
    private static long start(HttpResponse<?> response, long from, FileChannel part) throws IOException {
        int status = response.statusCode();
        if (status == OK) {
            return 0;
        }
        if (status == PARTIAL) {
            String range = response.headers().firstValue("Content-Range").orElse("nothing");
            if (range.startsWith("bytes " + from + "-")) {
                return from;
            }
            part.truncate(0);
            throw new IOException("asked for bytes from " + from + ", was sent " + range);
        }
        if (status == RANGE_REFUSED && from > 0) {
            part.truncate(0);
            throw new IOException("has no bytes from " + from);
        }
        throw new Refused("HTTP " + status + (REASONS.containsKey(status) ? ", " + REASONS.get(status) : ""));
    }

    private void copy(InputStream body, FileChannel part, long total, long most, String file, Progress progress)
            throws IOException {
        try (StallGuard guard = new StallGuard(body, patience)) {
            try {
                pour(body, guard, part, total, most, file, progress);
            } catch (IOException e) {
                guard.check(e);
                throw e;
            }
            guard.check(null);
        }
        if (total >= 0 && part.position() != total) {
            throw new IOException("cut after %d of %d bytes".formatted(part.position(), total));
        }
    }

    private static void pour(
            InputStream body, StallGuard guard, FileChannel part, long total, long most, String file, Progress progress)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            guard.alive();
            if (part.position() + read > most) {
                throw new Refused("sends more than %d bytes".formatted(most));
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                part.write(bytes);
            }
            progress.update(file, part.position(), total);
        }
    }
}
