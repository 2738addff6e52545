package org.crease.gpu.cuda;

import java.util.List;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Driver;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;

/**
 * NVIDIA's cards. Kernels are compiled by NVRTC where it is found; where it is not, or what it makes is too new for the
 * driver, they come from the PTX in this library.
 */
public final class CudaDriver implements Driver {
    private final List<String> libraries;
    private final List<PtxCompiler> compilers;

    /** With the libraries that this machine has. */
    public CudaDriver() {
        this(
                CudaCards.names(),
                List.of(
                        (source, capability) -> Nvrtc.open(NvrtcPlaces.here()).compile(source, capability),
                        new ShippedPtx()));
    }

    /**
     * With other libraries.
     *
     * @param libraries names of the driver's
     * @param compilers at least one; each is asked when those before it failed
     */
    CudaDriver(List<String> libraries, List<PtxCompiler> compilers) {
        this.libraries = libraries;
        this.compilers = compilers;
    }

    @Override
    public String name() {
        return "CUDA";
    }

    @Override
    public List<DeviceInfo> devices() {
        return CudaCards.list(CudaLibrary.open(libraries)).stream()
                .map(this::info)
                .toList();
    }

    private DeviceInfo info(CudaCard card) {
        return new DeviceInfo(
                name(),
                card.index(),
                card.name(),
                DeviceInfo.Kind.GPU,
                "driver " + card.cuda() + ", compute capability " + card.capability(),
                card.memory(),
                card.memory(),
                card.units(),
                true);
    }

    @Override
    public Device open(DeviceInfo device) {
        CudaLibrary library = CudaLibrary.open(libraries);
        CudaCard card = CudaCards.list(library).stream()
                .filter(each -> each.index() == device.index())
                .findFirst()
                .orElseThrow(() -> new DriverException(Reason.NO_DEVICE, "CUDA's driver no longer reaches " + device));
        if (card.capability().compareTo(ShippedPtx.CAPABILITY) < 0) {
            throw new DriverException(
                    Reason.FAILED,
                    card.name() + " has compute capability " + card.capability() + "; " + ShippedPtx.CAPABILITY
                            + " or newer is needed");
        }
        return new CudaDevice(
                device, card.capability(), compilers, new CudaContext(library, library.device(card.index())));
    }
}
