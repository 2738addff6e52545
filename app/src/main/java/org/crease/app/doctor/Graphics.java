package org.crease.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.crease.app.device.DriverCards;
import org.crease.gpu.DriverReport;
import org.crease.trainer.device.CardFinder;
import org.crease.trainer.device.DeviceChoice;
import org.crease.trainer.device.TrainingDevice;

/**
 * How the doctor learns of devices.
 *
 * @param cards NVIDIA's, as training sees them
 * @param drivers all that kernels can reach
 * @param backend whether this build has ND4J's CUDA backend
 * @param settled where ND4J computes, once it is loaded: a card that should train may have failed to
 */
record Graphics(
        CardFinder cards,
        Supplier<List<DriverReport>> drivers,
        boolean backend,
        Supplier<Optional<DeviceChoice>> settled) {

    static Graphics present() {
        return new Graphics(
                new DriverCards(), DriverReport::all, TrainingDevice.hasCudaBackend(), TrainingDevice::settled);
    }

    /** A check for each device. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>(CardCheck.of(cards.find(), backend, settled));
        drivers.get().stream()
                .filter(report -> report.driver().equals("OpenCL"))
                .forEach(report -> checks.addAll(OpenClCheck.of(report)));
        return checks;
    }
}
