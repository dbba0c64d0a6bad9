//! Modules that came of dividing one program, put together again: what several parts reach is one file and not one for
//! each set of parts.

use crate::failure::Failure;
use std::collections::BTreeSet;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{Parser, Payload, TypeRef};

/// One module with the functions and data of all. They must import nothing but memory, table and global, one of each, and
/// list the same types, as all modules of one program do.
///
/// # Errors
/// A module does not look like that.
pub fn merge(modules: &[Vec<u8>]) -> Result<Vec<u8>, Failure> {
    let mut merged = Merged::default();
    for module in modules {
        merged.add(module).map_err(|what| {
            Failure::new(
                format!("the parts of the program cannot be put together: {what}"),
                "see whether a newer wasm_split_cli_support divides otherwise",
            )
        })?;
    }
    Ok(merged.finish())
}

#[derive(Default)]
struct Merged {
    types: TypeSection,
    imports: ImportSection,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    imported: BTreeSet<String>,
}

/// Functions of a module begin where those of the modules before it end.
struct After(u32);

impl Reencode for After {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.0 + function)
    }
}

impl Merged {
    fn add(&mut self, module: &[u8]) -> Result<(), String> {
        let mut after = After(self.functions.len());
        let first = after.0 == 0;
        let said = |error: Error<Infallible>| error.to_string();
        for payload in Parser::new(0).parse_all(module) {
            match payload.map_err(|error| error.to_string())? {
                Payload::TypeSection(types) => {
                    let mut own = TypeSection::new();
                    after.parse_type_section(&mut own, types).map_err(said)?;
                    if first {
                        self.types = own;
                    } else if bytes(&own) != bytes(&self.types) {
                        return Err("their types differ".to_owned());
                    }
                }
                Payload::ImportSection(imports) => self.import(&mut after, imports)?,
                Payload::FunctionSection(functions) => {
                    after
                        .parse_function_section(&mut self.functions, functions)
                        .map_err(said)?;
                }
                Payload::ElementSection(elements) => {
                    after
                        .parse_element_section(&mut self.elements, elements)
                        .map_err(said)?;
                }
                Payload::CodeSectionEntry(body) => {
                    after.parse_function_body(&mut self.code, body).map_err(said)?;
                }
                Payload::DataSection(data) => self.fill(&mut after, data)?,
                // The list of exports is there and empty.
                Payload::ExportSection(exports) if exports.count() == 0 => {}
                Payload::ExportSection(_) | Payload::StartSection { .. } | Payload::GlobalSection(_) => {
                    return Err("one does more than lie in the memory of the first".to_owned());
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Everything that can be imported stands at place 0 of its kind, whichever modules import it.
    fn import(
        &mut self,
        after: &mut After,
        imports: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), String> {
        for import in imports.into_imports() {
            let import = import.map_err(|error| error.to_string())?;
            if !matches!(
                import.ty,
                TypeRef::Memory(_) | TypeRef::Table(_) | TypeRef::Global(_)
            ) {
                return Err(format!("{} is imported", import.name));
            }
            if self.imported.insert(import.name.to_owned()) {
                let kind = after.entity_type(import.ty).map_err(|error| error.to_string())?;
                self.imports.import(import.module, import.name, kind);
            }
        }
        if self.imported.len() > 3 {
            return Err("more than memory, table and stack are imported".to_owned());
        }
        Ok(())
    }

    /// Segments of other modules are kept empty in each, so that places stay; no code names a place.
    fn fill(&mut self, after: &mut After, data: wasmparser::DataSectionReader<'_>) -> Result<(), String> {
        for segment in data {
            let segment = segment.map_err(|error| error.to_string())?;
            if !segment.data.is_empty() {
                after
                    .parse_data(&mut self.data, segment)
                    .map_err(|error| error.to_string())?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut module = Module::new();
        module
            .section(&self.types)
            .section(&self.imports)
            .section(&self.functions)
            .section(&self.elements)
            .section(&self.code)
            .section(&self.data);
        module.finish()
    }
}

fn bytes(section: &impl wasm_encoder::Encode) -> Vec<u8> {
    let mut bytes = Vec::new();
    section.encode(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, EntityType, FuncType, Function, Instruction, MemoryType, RefType, TableType,
    };

    /// A module whose two functions call each other, at a place of the table of its own, with a byte of its own in memory.
    fn module(place: i32, results: &[wasm_encoder::ValType]) -> Vec<u8> {
        let mut merged = Merged::default();
        merged
            .types
            .ty()
            .func_type(&FuncType::new([], results.iter().copied()));
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        merged
            .imports
            .import("first", "memory", EntityType::Memory(memory));
        let table = TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 8,
            maximum: None,
            shared: false,
        };
        merged.imports.import("first", "table", EntityType::Table(table));
        for other in [1, 0] {
            let mut function = Function::new([]);
            function
                .instruction(&Instruction::Call(other))
                .instruction(&Instruction::End);
            merged.functions.function(0);
            merged.code.function(&function);
        }
        merged.elements.active(
            None,
            &ConstExpr::i32_const(place),
            Elements::Functions((&[0, 1]).into()),
        );
        merged.data.active(0, &ConstExpr::i32_const(place), [place as u8]);
        merged.data.active(0, &ConstExpr::i32_const(0), []);
        merged.finish()
    }

    #[test]
    fn functions_call_those_of_their_own_module_and_keep_their_places() {
        let merged = merge(&[module(1, &[]), module(3, &[])]).unwrap();
        wasmparser::validate(&merged).unwrap();
        let mut calls = Vec::new();
        let mut places = Vec::new();
        let mut segments = 0;
        for payload in Parser::new(0).parse_all(&merged) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    if let wasmparser::Operator::Call { function_index } =
                        body.get_operators_reader().unwrap().read().unwrap()
                    {
                        calls.push(function_index);
                    }
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        if let wasmparser::ElementItems::Functions(functions) = element.unwrap().items {
                            places.extend(functions.into_iter().map(Result::unwrap));
                        }
                    }
                }
                Payload::DataSection(data) => segments = data.count(),
                Payload::ImportSection(imports) => assert_eq!(imports.into_imports().count(), 2),
                _ => {}
            }
        }
        assert_eq!(calls, [1, 0, 3, 2]);
        assert_eq!(places, [0, 1, 2, 3]);
        assert_eq!(segments, 2);
    }

    #[test]
    fn modules_of_two_programs_are_refused() {
        assert!(merge(&[module(1, &[]), module(3, &[wasm_encoder::ValType::I32])]).is_err());
    }
}
