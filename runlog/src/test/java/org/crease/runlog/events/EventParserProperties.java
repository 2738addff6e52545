package org.crease.runlog.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;
import org.tensorflow.proto.SummaryMetadata;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

class EventParserProperties {

    private static byte[] event(Random random) {
        TensorProto tensor = TensorProto.newBuilder()
                .setDtype(DataType.forNumber(1 + random.nextInt(10)))
                .setTensorShape(TensorShapeProto.newBuilder()
                        .addDim(TensorShapeProto.Dim.newBuilder().setSize(random.nextInt(5) - 1))
                        .addDim(TensorShapeProto.Dim.newBuilder().setSize(random.nextLong() >> random.nextInt(64))))
                .addFloatVal(1)
                .addDoubleVal(2)
                .addInt64Val(3)
                .build();
        HistogramProto histogram = HistogramProto.newBuilder()
                .setMin(-1)
                .addBucketLimit(1)
                .addBucketLimit(2)
                .addBucket(random.nextInt(2))
                .addBucket(random.nextInt(2))
                .build();
        SummaryMetadata metadata = SummaryMetadata.newBuilder()
                .setPluginData(SummaryMetadata.PluginData.newBuilder().setPluginName("histograms"))
                .build();
        return Event.newBuilder()
                .setStep(random.nextLong())
                .setSummary(Summary.newBuilder()
                        .addValue(Summary.Value.newBuilder()
                                .setTag("t")
                                .setTensor(tensor)
                                .setMetadata(metadata))
                        .addValue(Summary.Value.newBuilder().setTag("h").setHisto(histogram)))
                .build()
                .toByteArray();
    }

    /** Records whose checksums hold and whose content is anything. */
    @Property(tries = 2000)
    void f3_anyRecordIsAnEventOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] record = event(random);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            record[random.nextInt(record.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(4) == 0) {
            record = Arrays.copyOf(record, random.nextInt(record.length));
        }
        try {
            assertThat(new EventParser().event(record).values()).hasSizeLessThan(record.length + 1);
        } catch (MalformedMessageException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
