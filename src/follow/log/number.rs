//! A number as the person gave it: whole ones are written without a fraction.

use serde::Serializer;

#[expect(clippy::ref_option, reason = "serde asks for this signature")]
pub(super) fn serialize<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        None => serializer.serialize_none(),
        Some(number) if number.fract() == 0.0 && number.abs() < 1e9 => serializer.serialize_i64(*number as i64),
        Some(number) => serializer.serialize_f64(*number),
    }
}
