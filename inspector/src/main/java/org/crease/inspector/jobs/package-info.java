/** Long work that the page asks for, done one after the other. */
@NullMarked
package org.crease.inspector.jobs;

import org.jspecify.annotations.NullMarked;
