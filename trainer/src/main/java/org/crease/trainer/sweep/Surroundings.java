package org.crease.trainer.sweep;

import java.time.InstantSource;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;

/**
 * What the trainings of a sweep need from outside; random networks need nothing.
 *
 * @param library where named data sets are found
 * @param downloads told of data that must be downloaded first
 * @param clock for the times in the runs' logs
 */
public record Surroundings(DatasetLibrary library, Progress downloads, InstantSource clock) {}
