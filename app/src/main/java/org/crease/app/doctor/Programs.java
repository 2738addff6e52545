package org.crease.app.doctor;

import java.util.List;
import java.util.Optional;

/** Asks other programs. */
interface Programs {

    /** Lines that a program prints; empty where it is not there, fails or takes longer than a few seconds. */
    Optional<List<String>> ask(String... command);
}
