package org.crease.trainer.data.toy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.config.DataConfig.Shape;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Source;

/** Makes the shapes: each seeded, with its true Betti numbers where theory gives them. */
public final class Toys {
    private static final String KEY = "task.data.toy";
    private static final int USUAL_PARTS = 2;

    private Toys() {}

    /**
     * Draws the points of a shape.
     *
     * @param config the shape, the number of points and the noise
     * @param random where all randomness comes from
     * @throws DataException when a setting is given that the shape does not have
     */
    public static Source make(DataConfig.Toy config, SplittableRandom random) {
        refuseForeignSettings(config);
        Generator generator = generator(config);
        Cloud cloud = new Cloud(KEY, generator.dimensions(), config.points());
        generator.draw(config.points(), random, cloud);
        cloud.blur(config.noise(), random);
        Samples samples = cloud.samples(!generator.parts().isEmpty());
        return new Source(
                name(config.shape()),
                KEY,
                new long[] {generator.dimensions()},
                samples,
                null,
                generator.parts(),
                "is one piece, without classes",
                false,
                generator.truth(),
                Map.of(),
                config.noise() > 0 ? List.of("Betti numbers are those of the shape without noise") : List.of());
    }

    private static Generator generator(DataConfig.Toy config) {
        int parts = config.parts() == null ? USUAL_PARTS : config.parts();
        return switch (config.shape()) {
            case CIRCLE -> new Circle();
            case SPHERE -> new Sphere();
            case TORUS -> new Torus();
            case FLAT_TORUS -> new FlatTorus();
            case KLEIN_BOTTLE -> new KleinBottle();
            case SWISS_ROLL -> new SwissRoll();
            case TWO_MOONS -> new TwoMoons();
            case CONCENTRIC_CIRCLES -> new ConcentricCircles(parts);
            case SPIRALS -> new Spirals(parts);
            case PLANAR_CURVE -> new PlanarCurve(config.a(), config.b());
            case NAITZAT_D1 -> new NaitzatDiscs();
            case NAITZAT_D2 -> new NaitzatRings();
            case NAITZAT_D3 -> new NaitzatShells();
        };
    }

    private static void refuseForeignSettings(DataConfig.Toy config) {
        Shape shape = config.shape();
        if (config.parts() != null && shape != Shape.CONCENTRIC_CIRCLES && shape != Shape.SPIRALS) {
            throw foreign("parts", shape, "concentric-circles and spirals");
        }
        if (config.a() != null && shape != Shape.PLANAR_CURVE) {
            throw foreign("a", shape, "planar-curve");
        }
        if (config.b() != null && shape != Shape.PLANAR_CURVE) {
            throw foreign("b", shape, "planar-curve");
        }
    }

    private static DataException foreign(String setting, Shape shape, String owners) {
        return new DataException(
                KEY + "." + setting + ": " + name(shape) + " has no such setting, only " + owners + " has");
    }

    private static String name(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
