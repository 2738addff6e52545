package org.crease.gpu;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Driver;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.work.SharedDevice;

/**
 * The devices of a process, each opened when first asked for and kept. By itself only a graphics card is taken; a processor
 * that OpenCL offers is slower than the Java implementation, so it must be asked for.
 */
final class Devices {
    private final List<Driver> drivers;
    private final BooleanSupplier mayHaveCard;
    private final Map<Preference, Found> found = new EnumMap<>(Preference.class);

    /**
     * A device or the reason why there is none.
     *
     * @param reason one sentence
     */
    record Found(Optional<SharedDevice> device, String reason) {}

    /**
     * A choice among the devices of these drivers, the best first.
     *
     * @param mayHaveCard false where there is surely no card, so that drivers need not be asked for one
     */
    Devices(List<Driver> drivers, BooleanSupplier mayHaveCard) {
        this.drivers = drivers;
        this.mayHaveCard = mayHaveCard;
    }

    /** The device for a preference other than the processor. */
    synchronized Found find(Preference preference) {
        return found.computeIfAbsent(preference, this::search);
    }

    private Found search(Preference preference) {
        if (preference == Preference.AUTO && !mayHaveCard.getAsBoolean()) {
            return new Found(Optional.empty(), "this machine has no graphics card");
        }
        List<String> reasons = new ArrayList<>();
        for (Driver driver : drivers) {
            if (preference == Preference.AUTO || driver.name().equalsIgnoreCase(preference.toString())) {
                try {
                    DeviceInfo info = chosen(driver.devices(), preference);
                    SharedDevice device = opened(driver, info);
                    return new Found(Optional.of(device), info + ", " + info.version());
                } catch (DriverException e) {
                    reasons.add(Objects.requireNonNull(e.getMessage()));
                }
            }
        }
        return new Found(Optional.empty(), String.join("; ", reasons));
    }

    private static DeviceInfo chosen(List<DeviceInfo> devices, Preference preference) {
        return devices.stream()
                .filter(device -> preference != Preference.AUTO || device.kind() == DeviceInfo.Kind.GPU)
                .findFirst()
                .orElseThrow(() -> new DriverException(
                        DriverException.Reason.NO_DEVICE,
                        devices.get(0).driver() + " has no graphics card, only "
                                + devices.get(0).name()));
    }

    /** A card that two preferences lead to is one device. */
    private SharedDevice opened(Driver driver, DeviceInfo info) {
        return found.values().stream()
                .flatMap(other -> other.device().stream())
                .filter(device -> device.info().equals(info))
                .findFirst()
                .orElseGet(() -> new SharedDevice(driver.open(info)));
    }
}
