package org.crease.trainer.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.ProbeProvider;
import org.crease.probes.Setting;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Derives the {@link Form} of a Java type: records, sealed interfaces of records, enums, lists, numbers and text. */
final class Forms {

    private final Map<Type, Form> known = new HashMap<>();
    private final ProbeForm probes;

    /** Forms in which the entries of the list of probes are those of these providers. */
    Forms(List<? extends ProbeProvider<?>> providers) {
        known.put(boolean.class, Form.Scalar.BOOLEAN);
        known.put(int.class, Form.Scalar.INT);
        known.put(Integer.class, Form.Scalar.INT);
        known.put(long.class, Form.Scalar.LONG);
        known.put(Long.class, Form.Scalar.LONG);
        known.put(double.class, Form.Scalar.DOUBLE);
        known.put(Double.class, Form.Scalar.DOUBLE);
        known.put(String.class, Form.Scalar.STRING);
        known.put(YamlNode.class, Form.Any.ANY);
        this.probes = new ProbeForm(providers);
        known.put(ProbeConfig.class, probes.union(this));
    }

    /** The whole configuration. */
    Form.Group config() {
        return group(Config.class);
    }

    /** A file of probes. */
    Form.Items probeList() {
        return new Form.Items(of(ProbeConfig.class));
    }

    Form.Group group(Class<? extends Record> type) {
        return (Form.Group) of(type);
    }

    /** The form of a type. */
    Form of(Type type) {
        Form form = known.get(type);
        if (form == null) {
            form = derive(type);
            known.put(type, form);
        }
        return form;
    }

    private Form derive(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Form.Items(of(list.getActualTypeArguments()[0]));
        } else if (type instanceof Class<?> raw && raw.isEnum()) {
            return choice(raw);
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            return record(raw.asSubclass(Record.class));
        } else if (type instanceof Class<?> raw && raw.isSealed()) {
            return union(raw);
        }
        throw new IllegalStateException("a setting cannot be of type " + type.getTypeName());
    }

    private static Form choice(Class<?> type) {
        Map<String, Enum<?>> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(Form.Choice.word((Enum<?>) constant), (Enum<?>) constant);
        }
        return new Form.Choice(constants);
    }

    private Form union(Class<?> type) {
        Map<String, Form.Group> variants = new LinkedHashMap<>();
        Form.Union union = new Form.Union(title(type), variants, object -> variant(object.getClass()));
        known.put(type, union);
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            variants.put(variant(permitted), group(permitted.asSubclass(Record.class)));
        }
        return union;
    }

    private static String variant(Class<?> type) {
        Variant variant = type.getAnnotation(Variant.class);
        return variant == null ? Words.kebab(type.getSimpleName()) : variant.value();
    }

    private static String title(Class<?> type) {
        String own = variant(type).replaceAll("-(config|settings)$", "");
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? own : title(outer) + "-" + own;
    }

    private Form.Group record(Class<? extends Record> type) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(field(component));
        }
        return new Form.Group(title(type), fields, values -> compose(type, values), Forms::decompose);
    }

    private Field field(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException("no @Setting on " + component.getName() + " of "
                    + component.getDeclaringRecord().getName());
        }
        boolean runName = component.getDeclaringRecord() == Config.class
                && component.getName().equals("name");
        return new Field(
                Words.kebab(component.getName()),
                runName ? Form.Scalar.NAME : of(component.getGenericType()),
                setting.value(),
                setting.byDefault(),
                new Range(setting.min(), setting.max(), setting.exclusive()),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static Object compose(Class<? extends Record> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    static @Nullable Object[] decompose(Object object) {
        RecordComponent[] components = object.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = components[i].getAccessor().invoke(object);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + object.getClass().getName(), e);
        }
        return values;
    }
}
