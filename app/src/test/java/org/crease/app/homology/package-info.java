@NullMarked
package org.crease.app.homology;

import org.jspecify.annotations.NullMarked;
