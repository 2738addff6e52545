@NullMarked
package org.crease.runlog.storage;

import org.jspecify.annotations.NullMarked;
