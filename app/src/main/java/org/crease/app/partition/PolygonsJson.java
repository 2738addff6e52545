package org.crease.app.partition;

import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A partition as a FeatureCollection of Polygons, in the form of GeoJSON (RFC 7946) though in the window's coordinates, not
 * in degrees. Written as it goes, so that it takes no memory beside the finding's own. Hashes are texts: they have 64 bits.
 */
final class PolygonsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .build();

    private final Finding finding;

    PolygonsJson(Finding finding) {
        this.finding = finding;
    }

    void writeTo(OutputStream stream) {
        try (JsonGenerator json = MAPPER.createGenerator(stream)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("layer", finding.layer());
            json.writeNumberProperty("step", finding.step());
            numbers(json, "window", array("window"));
            for (Map.Entry<String, Double> figure : finding.summary().entrySet()) {
                json.writeNumberProperty(figure.getKey(), figure.getValue());
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("features");
            for (int region = 0; region < array("rank").ints().length; region++) {
                feature(json, region);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void feature(JsonGenerator json, int region) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeNumberProperty("id", region);
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", "Polygon");
        json.writeArrayPropertyStart("coordinates");
        json.writeStartArray();
        int begin = array("offsets").ints()[region];
        int end = array("offsets").ints()[region + 1];
        for (int corner = begin; corner <= end; corner++) {
            int vertex = corner == end ? begin : corner; // a ring ends where it began
            json.writeStartArray();
            json.writeNumber(array("vertices").doubles()[2 * vertex]);
            json.writeNumber(array("vertices").doubles()[2 * vertex + 1]);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("layer", finding.layer());
        json.writeStringProperty("codeword", String.valueOf(array("region").longs()[region]));
        json.writeNumberProperty("rank", array("rank").ints()[region]);
        json.writeNumberProperty("active", array("active").ints()[region]);
        json.writeNumberProperty("active_in_all", array("active_in_all").ints()[region]);
        json.writeNumberProperty("area", array("area").doubles()[region]);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, Array array) {
        json.writeArrayPropertyStart(name);
        for (double number : array.doubles()) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private Array array(String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }
}
