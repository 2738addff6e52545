package org.crease.trainer.data.table;

import java.util.BitSet;
import java.util.List;
import org.crease.trainer.data.source.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are what.
 *
 * @param count number of columns
 * @param label the column of labels, from 0
 * @param others columns that are not inputs: the labels' and those left out
 */
record Columns(int count, int label, BitSet others) {

    /**
     * Finds columns by name or by number from 0; a name goes before a number.
     *
     * @param names from the header; empty when there is none
     */
    static Columns of(String file, List<String> names, int count, @Nullable String label, List<String> ignore) {
        BitSet others = new BitSet();
        for (String column : ignore) {
            others.set(find(file, names, count, column, "task.data.csv.ignore"));
        }
        int labelColumn = label == null ? count - 1 : find(file, names, count, label, "task.data.csv.label");
        if (others.get(labelColumn)) {
            throw new DataException(file + ": task.data.csv.ignore leaves out column " + labelColumn
                    + ", which has the labels; name another with task.data.csv.label");
        }
        others.set(labelColumn);
        if (others.cardinality() == count) {
            throw new DataException(
                    file + ": " + count + " columns, expected at least one besides labels and ignored ones");
        }
        return new Columns(count, labelColumn, others);
    }

    /** Number of columns that are inputs. */
    int inputs() {
        return count - others.cardinality();
    }

    boolean isInput(int column) {
        return !others.get(column);
    }

    private static int find(String file, List<String> names, int count, String column, String key) {
        int named = names.indexOf(column);
        if (named >= 0) {
            if (names.lastIndexOf(column) != named) {
                throw new DataException(
                        key + ": two columns of " + file + " are called '" + column + "'; give the number, from 0");
            }
            return named;
        }
        if (column.matches("\\d{1,9}") && Integer.parseInt(column) < count) {
            return Integer.parseInt(column);
        }
        throw new DataException("%s: no column '%s' in %s, which has %d columns%s"
                .formatted(key, column, file, count, names.isEmpty() ? " and no header" : ": " + shown(names)));
    }

    private static String shown(List<String> names) {
        int most = 20;
        return names.size() <= most ? String.join(", ", names) : String.join(", ", names.subList(0, most)) + ", ..";
    }
}
