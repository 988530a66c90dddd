//! Declarations in object files, programs and archives of either, for any machine.

use std::fs;
use std::path::Path;

use object::read::archive::ArchiveFile;
use object::{Object, ObjectSection};
use serde_json::{Deserializer, Value};
use tablewright::schema::snapshot::declared::{COFF_SECTION, Declared, MACH_O_SECTION, SECTION};

use crate::exit::Exit;
use crate::failure::{Failure, Result};

/// What a file declares; nothing if it holds no section of ours.
pub fn declarations(path: &Path) -> Result<Vec<Declared>> {
    let shown = path.display().to_string();
    let unreadable = |error: &dyn std::fmt::Display| Failure::new(Exit::Unreachable, format!("`{shown}`: {error}"));
    let bytes = fs::read(path).map_err(|error| unreadable(&error))?;
    let mut texts = Vec::new();
    match ArchiveFile::parse(bytes.as_slice()) {
        Ok(archive) => {
            for member in archive.members() {
                let member = member.map_err(|error| unreadable(&error))?;
                texts.extend(text_in(member.data(bytes.as_slice()).map_err(|error| unreadable(&error))?));
            }
        }
        Err(_) => texts.extend(text_in(&bytes)),
    }
    let mut found: Vec<Declared> = Vec::new();
    for text in texts {
        // A linker puts sections of one name one behind the other.
        for value in Deserializer::from_str(&text).into_iter::<Value>() {
            let value = value.map_err(|error| unreadable(&error))?;
            let declared = Declared::parse("schema!", &value.to_string()).map_err(|fault| unreadable(&fault))?;
            if !found.contains(&declared) {
                found.push(declared);
            }
        }
    }
    // The compiler puts them where it likes.
    found.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(found)
}

/// The text of the section, if the bytes are an object that has one.
fn text_in(bytes: &[u8]) -> Option<String> {
    let file = object::File::parse(bytes).ok()?;
    let section = [SECTION, MACH_O_SECTION, COFF_SECTION].iter().find_map(|name| file.section_by_name(name))?;
    let text = String::from_utf8(section.uncompressed_data().ok()?.into_owned()).ok()?;
    // Between two of them a linker may leave room.
    Some(text.replace('\0', " "))
}

#[cfg(test)]
mod tests {
    use object::write::Object as Writer;
    use object::{Architecture, BinaryFormat, Endianness, SectionKind};

    use super::*;

    /// Two schemas, one behind the other, with the room that a linker leaves.
    const TEXT: &str = concat!(
        r#"{"format":1,"schema":"Ward","migrations":"","dialects":[],"dropped":[],"tables":[],"warnings":[]}"#,
        "\0\0",
        r#"{"format":1,"schema":"Clinic","migrations":"m","dialects":[],"dropped":[],"tables":[],"warnings":[]}"#,
    );

    fn object(format: BinaryFormat, machine: Architecture, (segment, section): (&str, &str)) -> Vec<u8> {
        let mut object = Writer::new(format, machine, Endianness::Little);
        let section = object.add_section(segment.into(), section.into(), SectionKind::ReadOnlyData);
        object.append_section_data(section, TEXT.as_bytes(), 1);
        object.write().unwrap()
    }

    /// As the names are where they were compiled for: the ones that `schema!` gives.
    #[test]
    fn sections_are_found_for_any_machine() {
        let folder = tempfile::tempdir().unwrap();
        for (format, machine, name) in [
            (BinaryFormat::Elf, Architecture::X86_64, ("", SECTION)),
            (BinaryFormat::Elf, Architecture::Aarch64, ("", SECTION)),
            (BinaryFormat::MachO, Architecture::Aarch64, ("__DATA", MACH_O_SECTION)),
            (BinaryFormat::Coff, Architecture::X86_64, ("", COFF_SECTION)),
        ] {
            let path = folder.path().join("object");
            fs::write(&path, object(format, machine, name)).unwrap();
            let names: Vec<String> = declarations(&path).unwrap().into_iter().map(|found| found.name).collect();
            assert_eq!(names, ["Clinic", "Ward"], "{format:?} for {machine:?}");
        }
    }

    #[test]
    fn what_has_no_section_declares_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("object");
        for bytes in [b"no object".to_vec(), object(BinaryFormat::Elf, Architecture::X86_64, ("", ".rodata"))] {
            fs::write(&path, bytes).unwrap();
            assert_eq!(declarations(&path).unwrap(), []);
        }
    }
}
