package org.crease.runlog.figure;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The text of an SVG document, element by element, with at most one group open: that of the clip in force. */
final class SvgDocument {
    private final StringBuilder text = new StringBuilder();
    private String clip = "";

    SvgDocument(int width, int height) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\">\n");
        text.append("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n");
    }

    /**
     * Adds an element.
     *
     * @param clipPath data of the path that it is clipped to, in pixels; empty for none
     */
    void add(String element, String clipPath) {
        if (!clipPath.equals(clip)) {
            closeGroup();
            clip = clipPath;
            openGroup();
        }
        text.append(element).append('\n');
    }

    /** The document; nothing can be added afterwards. */
    String close() {
        closeGroup();
        return text.append("</svg>\n").toString();
    }

    /** A clip is named by what it is, so that documents put into one page do not take each other's. */
    private void openGroup() {
        if (!clip.isEmpty()) {
            CRC32C crc = new CRC32C();
            crc.update(clip.getBytes(StandardCharsets.US_ASCII));
            String id = String.format("clip-%08x", crc.getValue());
            text.append("<clipPath id=\"" + id + "\"><path d=\"" + clip + "\"/></clipPath>\n");
            text.append("<g clip-path=\"url(#" + id + ")\">\n");
        }
    }

    private void closeGroup() {
        if (!clip.isEmpty()) {
            text.append("</g>\n");
        }
    }

    /** Words as XML allows them; a character that it does not allow becomes U+FFFD. */
    static String escape(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
    }
}
