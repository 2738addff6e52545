package org.crease.inspector;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, driven. Waits for what it is asked for; on closing, nothing may have gone wrong in its console. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; where there is no Chromium the test is skipped, or fails where nothing may be. */
    static Browser open() {
        Path chromium = program("chromium", "chromium-browser", "google-chrome");
        Path service = program("chromedriver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--force-device-scale-factor=1");
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1280, 720 + outerHeight(driver)));
        return new Browser(driver);
    }

    Browser go(Object address) {
        driver.get(address.toString());
        return this;
    }

    /** The first element of a selector, once there is one. */
    WebElement find(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .until(d -> d.findElements(By.cssSelector(selector)).stream()
                        .findFirst()
                        .orElse(null));
    }

    /** All elements of a selector, once there is one. */
    List<WebElement> all(String selector) {
        find(selector);
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until a script returns true. */
    void waitFor(String script) {
        patience().until(d -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /** What a script hands to {@code done}, once it does. */
    @Nullable
    Object later(String script) {
        return driver.executeAsyncScript("const done = arguments[0]; " + script);
    }

    /** An attribute of all elements of a selector, as the page has them now. */
    @SuppressWarnings("unchecked") // The script returns texts.
    List<String> texts(String selector, String attribute) {
        return (List<String>) run(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.getAttribute(arguments[1]))",
                selector,
                attribute);
    }

    /** Waits until something holds. */
    void waitFor(BooleanSupplier condition) {
        patience().until(d -> condition.getAsBoolean());
    }

    /** Waits while the page draws anew what was looked at. */
    private FluentWait<WebDriver> patience() {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class, JavascriptException.class);
    }

    /** The driver, for what this class does not offer. */
    ChromeDriver driver() {
        return driver;
    }

    /** Writes what is seen to {@code target/screenshots}, for people to look at. */
    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the console complained of so far; asking empties it. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        try {
            Assertions.assertThat(complaints()).as("the browser's console").isEmpty();
        } finally {
            driver.quit();
        }
    }

    private static int outerHeight(ChromeDriver driver) {
        return ((Number) Objects.requireNonNull(driver.executeScript("return outerHeight - innerHeight"))).intValue();
    }

    private static Path program(String... names) {
        Path found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (found == null) {
            String missing = "no " + names[0] + " on the PATH; Debian: apt install chromium chromium-driver";
            Assertions.assertThat(System.getenv("CREASE_REQUIRE_ALL"))
                    .as(missing)
                    .isNotEqualTo("true");
            Assumptions.abort(missing);
            throw new IllegalStateException(missing);
        }
        return found;
    }
}
