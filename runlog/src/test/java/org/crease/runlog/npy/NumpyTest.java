package org.crease.runlog.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.crease.probes.Array;
import org.crease.runlog.Tools;
import org.crease.runlog.storage.CorruptFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways between us and NumPy itself. */
class NumpyTest {
    private static final String WRITE = """
            import sys, numpy as np
            f4 = np.array([[1.5, -0.0, np.nan], [np.inf, 1e-45, 3.4e38]], '<f4')
            arrays = dict(f4=f4, f8=np.array(np.pi), i4=np.arange(-3, 3, dtype='<i4'), i8=np.array([[-2**63, 2**63 - 1]]),
                i1=np.array([-128, 127], 'i1'), u1=np.array([0, 255], 'u1'), b1=np.array([True, False]),
                empty=np.zeros((0, 2)), fortran=np.asfortranarray(np.arange(24, dtype='<i4').reshape(2, 3, 4)))
            np.savez(sys.argv[1] + '/plain.npz', **arrays)
            np.savez_compressed(sys.argv[1] + '/packed.npz', **arrays)
            np.save(sys.argv[1] + '/fortran.npy', arrays['fortran'])
            np.lib.format.write_array(open(sys.argv[1] + '/two.npy', 'wb'), f4, version=(2, 0))
            np.save(sys.argv[1] + '/big.npy', f4.astype('>f4'))
            np.save(sys.argv[1] + '/complex.npy', np.zeros(3, 'c8'))
            np.save(sys.argv[1] + '/structured.npy', np.zeros(3, [('a', '<f4'), ('b', '<i4')]))
            np.save(sys.argv[1] + '/pickled.npy', np.array([{}, None], object))
            """;

    private static final String READ = """
            import sys, numpy as np
            with np.load(sys.argv[1]) as z:
                for k in z.files:
                    a = z[k]
                    print(k, a.dtype.str, a.shape, a.flags.c_contiguous, a.tobytes().hex())
            """;

    @TempDir
    Path directory;

    private static final int[] ROWS = IntStream.range(0, 24).toArray();

    private static Map<String, Array> arrays() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put(
                "f4",
                new Array(new float[] {1.5f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, 3.4e38f}, 2, 3));
        arrays.put("f8", new Array(new double[] {Math.PI}));
        arrays.put("i4", new Array(new int[] {-3, -2, -1, 0, 1, 2}, 6));
        arrays.put("i8", new Array(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, 1, 2));
        arrays.put("i1", new Array(new byte[] {-128, 127}, 2));
        arrays.put("u1", new Array(new int[] {0, 255}, 2));
        arrays.put("b1", new Array(new byte[] {1, 0}, 2));
        arrays.put("empty", new Array(new double[0], 0, 2));
        arrays.put("fortran", new Array(ROWS, 2, 3, 4));
        return arrays;
    }

    @Test
    void whatNumpyWritesIsRead() throws Exception {
        Tools.python(WRITE, directory.toString());
        assertThat(Npz.read(directory.resolve("plain.npz"))).isEqualTo(arrays());
        assertThat(Npz.read(directory.resolve("packed.npz"))).isEqualTo(arrays());
        assertThat(Npy.read(directory.resolve("fortran.npy"))).isEqualTo(new Array(ROWS, 2, 3, 4));
        assertThat(Npy.read(directory.resolve("two.npy"))).isEqualTo(arrays().get("f4"));
    }

    @Test
    void elementsOfOtherTypesAreRefusedByName() throws Exception {
        Tools.python(WRITE, directory.toString());
        assertThatThrownBy(() -> Npy.read(directory.resolve("big.npy")))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("'>f4' are big-endian")
                .hasMessageContaining("a.astype('<f4')");
        assertThatThrownBy(() -> Npy.read(directory.resolve("complex.npy"))).hasMessageContaining("'<c8'");
        assertThatThrownBy(() -> Npy.read(directory.resolve("structured.npy"))).hasMessageContaining("header");
        assertThatThrownBy(() -> Npy.read(directory.resolve("pickled.npy"))).hasMessageContaining("'|O'");
    }

    @Test
    void whatWeWriteNumpyReads() throws Exception {
        Path file = directory.resolve("ours.npz");
        Npz.write(file, arrays());
        assertThat(Tools.python(READ, file.toString()))
                .contains("f4 <f4 (2, 3) True 0000c03f000000800000c07f0000807f0100000")
                .contains("f8 <f8 () True 182d4454fb210940")
                .contains("i8 <i8 (1, 2) True 0000000000000080ffffffffffffff7f")
                .contains("i1 |i1 (2,) True 807f")
                .contains("empty <f8 (0, 2) True \n")
                .contains("fortran <i4 (2, 3, 4) True 000000000100000002000000");
        assertThat(Npz.read(file)).isEqualTo(arrays());
    }

    @Test
    void equalArraysGiveEqualBytes() throws IOException {
        Npz.write(directory.resolve("a.npz"), arrays());
        Npz.write(directory.resolve("b.npz"), arrays());
        assertThat(directory.resolve("a.npz")).hasSameBinaryContentAs(directory.resolve("b.npz"));
    }

    @Test
    void noArraysMakeAnEmptyFileThatNumpyReads() throws Exception {
        Path file = directory.resolve("none.npz");
        Npz.write(file, Map.of());
        assertThat(Npz.read(file)).isEmpty();
        assertThat(Tools.python(READ, file.toString())).isEmpty();
    }

    @Test
    void f3_lengthsBeyondTheFileAreRefusedBeforeAnythingIsAllocated() throws IOException {
        for (String shape : new String[] {"(1000000000, 1000)", "(9223372036854775, 1)", "(999999999999999999, 99)"}) {
            Path file = directory.resolve("long.npy");
            Files.write(file, npy("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }"));
            assertThatThrownBy(() -> Npy.read(file))
                    .isInstanceOf(CorruptFileException.class)
                    .hasMessageContaining("offset");
        }
        byte[] header = npy("");
        header[8] = (byte) 0xFF;
        header[9] = (byte) 0xFF;
        Files.write(directory.resolve("header.npy"), header);
        assertThatThrownBy(() -> Npy.read(directory.resolve("header.npy")))
                .hasMessageContaining("header of 65535 bytes");
    }

    @Test
    void headersAreReadStrictly() throws IOException {
        String[] bad = {
            "",
            "{}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (), 'more': (), }",
            "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (), }",
            "{'descr': '<f8', 'fortran_order': 0, 'shape': (), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (__import__('os').system('true'),), }",
            "{'descr': '<f8', 'fortran_order': False}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (), } # more",
        };
        for (String header : bad) {
            Path file = directory.resolve("bad.npy");
            Files.write(file, npy(header));
            assertThatThrownBy(() -> Npy.read(file)).as(header).isInstanceOf(CorruptFileException.class);
        }
    }

    @Test
    void f1_everyPrefixOfAFileIsRefused() throws IOException {
        Path whole = directory.resolve("whole.npz");
        Npz.write(whole, Map.of("a", new Array(new int[] {1, 2, 3}, 3)));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length < bytes.length; length++) {
            Path cut = Files.write(directory.resolve("cut.npz"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Npz.read(cut)).isInstanceOf(CorruptFileException.class);
        }
    }

    private static byte[] npy(String header) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[10 + text.length + 8];
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        System.arraycopy(text, 0, bytes, magic.length, text.length);
        return bytes;
    }
}
