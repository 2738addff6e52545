package org.crease.trainer.network;

import java.util.List;
import org.crease.trainer.config.*;
import org.crease.trainer.seed.Streams;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class SpikeTest {
    @Test
    void go() {
        var pt = new InitializationConfig.PyTorch();
        var act = LayerConfig.ActivationFunction.RELU;
        var net = new NetworkConfig(
                List.of(
                        new LayerConfig.Convolution(20, 5, 1, LayerConfig.Padding.VALID, act, null),
                        new LayerConfig.Pooling(LayerConfig.Kind.MAX, 2, 2, LayerConfig.Padding.VALID),
                        new LayerConfig.Convolution(50, 5, 1, LayerConfig.Padding.VALID, act, null),
                        new LayerConfig.Pooling(LayerConfig.Kind.MAX, 2, 2, LayerConfig.Padding.VALID),
                        new LayerConfig.Dense(128, act, null)),
                pt);
        var tr = new TrainingConfig(
                TrainingConfig.Loss.AUTO,
                new OptimizerConfig.Adam(1e-3, .9, .999, 1e-8),
                new ScheduleConfig.Constant(),
                64,
                1,
                null,
                null,
                0,
                0,
                null,
                10);
        var g = Networks.create(
                net, tr, new long[] {1, 28, 28}, new Output(Output.Kind.CLASSES, 10), 100, new Streams(1));
        System.out.println(g.summary());
        System.out.println("onednn " + Backend.hasOneDnn());
        Nd4j.getRandom().setSeed(1);
        var x = Nd4j.rand(64, 1, 28, 28);
        var y = Nd4j.zeros(64, 10);
        for (int i = 0; i < 64; i++) y.putScalar(i, i % 10, 1);
        var ds = new DataSet(x, y);
        for (int i = 0; i < 5; i++) g.fit(ds);
        long t = System.nanoTime();
        for (int i = 0; i < 30; i++) g.fit(ds);
        System.out.println("ms/sample " + (System.nanoTime() - t) / 1e6 / 30 / 64 + " score " + g.score());
        System.out.println(
                g.feedForward(x, false).keySet() + " helper " + g.getLayer(0).getHelper());
    }
}
