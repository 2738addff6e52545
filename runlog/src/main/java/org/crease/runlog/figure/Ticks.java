package org.crease.runlog.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.figure.Axis.Tick;

/** Round values for an axis: 1, 2 and 5 times powers of ten, as many as there is room for. */
final class Ticks {
    private static final double LOG_SPAN_FOR_DECADES_ALONE = 3;
    private static final int[] STEPS = {1, 2, 5};

    private Ticks() {}

    /** The labelled places of an axis on a scale. */
    static List<Tick> of(Axis axis, Scale scale, double pixelsApart) {
        if (!axis.ticks().isEmpty()) {
            return axis.ticks().stream()
                    .filter(tick -> scale.contains(tick.at()))
                    .toList();
        }
        List<Tick> ticks = new ArrayList<>();
        for (double value : scale.logarithmic() ? powers(scale) : steps(scale, pixelsApart)) {
            if (scale.contains(value)) {
                ticks.add(new Tick(value, label(value)));
            }
        }
        return ticks;
    }

    /** Places between decades, without labels, on a logarithmic axis that is marked at round values; none elsewhere. */
    static List<Double> between(Axis axis, Scale scale) {
        List<Double> places = new ArrayList<>();
        boolean some = scale.logarithmic() && axis.ticks().isEmpty();
        for (int power = decade(scale.low()); some && power <= decade(scale.high()); power++) {
            for (int digit = 2; digit < 10; digit++) {
                double value = Double.parseDouble(digit + "e" + power);
                if (scale.contains(value)) {
                    places.add(value);
                }
            }
        }
        return places;
    }

    /** A number as short as it can be written. */
    static String label(double value) {
        BigDecimal rounded = new BigDecimal(value, new MathContext(10)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0) {
            return "0";
        } else if (exponent >= -4 && exponent < 6) {
            return rounded.toPlainString().replace('-', '\u2212');
        }
        return (rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent).replace('-', '\u2212');
    }

    private static List<Double> steps(Scale scale, double pixelsApart) {
        double rough = (scale.high() - scale.low()) * pixelsApart / scale.length();
        int power = decade(rough);
        double step = Double.parseDouble("1e" + (power + 1));
        for (int i = STEPS.length - 1; i >= 0; i--) {
            double candidate = Double.parseDouble(STEPS[i] + "e" + power);
            step = candidate >= rough * (1 - 1e-9) ? candidate : step;
        }
        List<Double> values = new ArrayList<>();
        for (long i = (long) Math.floor(scale.low() / step); i <= Math.ceil(scale.high() / step); i++) {
            values.add(i * step);
        }
        return values;
    }

    private static List<Double> powers(Scale scale) {
        boolean decadesAlone = Math.log10(scale.high() / scale.low()) > LOG_SPAN_FOR_DECADES_ALONE;
        List<Double> values = new ArrayList<>();
        for (int power = decade(scale.low()); power <= decade(scale.high()) + 1; power++) {
            for (int step : STEPS) {
                if (step == 1 || !decadesAlone) {
                    values.add(Double.parseDouble(step + "e" + power));
                }
            }
        }
        return values;
    }

    private static int decade(double value) {
        return (int) Math.floor(Math.log10(value) + 1e-12);
    }
}
