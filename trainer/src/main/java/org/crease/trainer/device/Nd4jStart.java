package org.crease.trainer.device;

import java.util.function.Consumer;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/** Loads ND4J with the backend of a choice. ND4J can be loaded once in the life of a process. */
final class Nd4jStart implements Consumer<DeviceChoice> {
    private final Backends backends;

    Nd4jStart(Backends backends) {
        this.backends = backends;
    }

    /** @throws IllegalStateException when ND4J does not come up on the backend chosen */
    @Override
    public void accept(DeviceChoice choice) {
        if (!backends.cuda()) {
            return;
        }
        String wanted = choice.cuda() ? Backends.CUDA : Backends.CPU;
        if (!choice.cuda() && !backends.cpu()) {
            throw new IllegalStateException("ND4J's CUDA backend cannot be used (" + choice.reason()
                    + "), and there is no other on the class path: add nd4j-native");
        }
        ND4JClassLoading.setNd4jClassloader(new BackendLoader(ND4JClassLoading.getNd4jClassloader(), wanted));
        String loaded = Nd4j.getBackend().getClass().getName();
        if (!loaded.equals(wanted)) {
            throw new IllegalStateException(
                    "ND4J was loaded with " + loaded + " before " + wanted + " could be chosen for it");
        }
    }

    /** Lets the calling thread compute on a card; ND4J would spread its threads over all that it sees. */
    static void pin(Card card) {
        var cards = Nd4j.getAffinityManager();
        if (cards.getDeviceForCurrentThread() != card.index()) {
            cards.unsafeSetDevice(card.index());
        }
    }
}
