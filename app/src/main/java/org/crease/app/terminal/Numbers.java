package org.crease.app.terminal;

import java.util.Locale;

/** Numbers as a user reads them: the same everywhere, whatever the locale (a comma is never a decimal point). */
public final class Numbers {

    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final String[] THOUSANDS = {"", "k", "M", "G", "T", "P", "E"};

    private Numbers() {}

    /** A value with four significant digits: {@code 0.2134}, {@code 12.35}, {@code 1.204e-05}, {@code NaN}, {@code inf}. */
    public static String value(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int digits = size < 1 ? 4 : size < 10 ? 3 : size < 100 ? 2 : 1;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A count in full with thin groups: {@code 60,000}. */
    public static String count(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count)); // a formatter takes 10 ms to start
        for (int at = text.length() - 3; at > (count < 0 ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** A share in percent: {@code 97.5 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A rate with three digits: {@code 950}, {@code 52.3k}, {@code 1.20M}. */
    public static String rate(double perSecond) {
        double rest = Math.max(0, perSecond);
        int unit = 0;
        while (rest >= 999.5 && unit < THOUSANDS.length - 1) {
            rest /= 1000;
            unit++;
        }
        int digits = rest >= 99.95 || (unit == 0 && rest >= 9.95) ? 0 : rest >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f%s", rest, THOUSANDS[unit]);
    }

    /** A size in memory or on disk: {@code 512 B}, {@code 6.5 MiB}. */
    public static String bytes(long bytes) {
        double rest = bytes;
        int unit = 0;
        while (rest >= 1023.5 && unit < BINARY.length - 1) {
            rest /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", rest, BINARY[unit]);
    }

    /** A duration: {@code 0:42}, {@code 12:05}, {@code 3:07:00}, {@code 2 d 04:10}. */
    public static String duration(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        long days = whole / 86_400;
        long hours = whole / 3600 % 24;
        long minutes = whole / 60 % 60;
        if (days > 0) {
            return String.format(Locale.ROOT, "%d d %02d:%02d", days, hours, minutes);
        }
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60);
    }
}
