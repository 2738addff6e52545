@NullMarked
package org.crease.app.diagram;

import org.jspecify.annotations.NullMarked;
