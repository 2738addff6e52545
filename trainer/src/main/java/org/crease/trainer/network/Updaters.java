package org.crease.trainer.network;

import org.crease.trainer.config.OptimizerConfig;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/** Deeplearning4j's updaters for our optimisers. */
final class Updaters {
    private static final double RMSPROP_EPSILON = 1e-8;

    private Updaters() {}

    static IUpdater of(OptimizerConfig optimizer, ISchedule rate) {
        if (optimizer instanceof OptimizerConfig.Sgd) {
            return new Sgd(rate);
        } else if (optimizer instanceof OptimizerConfig.Nesterov o) {
            return Nesterovs.builder()
                    .learningRateSchedule(rate)
                    .momentum(o.momentum())
                    .build();
        } else if (optimizer instanceof OptimizerConfig.Adam o) {
            return Adam.builder()
                    .learningRateSchedule(rate)
                    .beta1(o.beta1())
                    .beta2(o.beta2())
                    .epsilon(o.epsilon())
                    .build();
        } else if (optimizer instanceof OptimizerConfig.AdaMax o) {
            return adaMax(o, rate);
        } else if (optimizer instanceof OptimizerConfig.RmsProp o) {
            return RmsProp.builder()
                    .learningRateSchedule(rate)
                    .rmsDecay(o.decay())
                    .epsilon(RMSPROP_EPSILON)
                    .build();
        }
        throw new IllegalStateException("no updater for " + optimizer);
    }

    private static AdaMax adaMax(OptimizerConfig.AdaMax optimizer, ISchedule rate) {
        AdaMax updater = new AdaMax(rate);
        updater.setBeta1(optimizer.beta1());
        updater.setBeta2(optimizer.beta2());
        return updater;
    }
}
