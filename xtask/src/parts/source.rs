//! A module that came of dividing the program, as far as its functions are to find a place in another.

use std::collections::BTreeMap;
use wasm_encoder::TypeSection;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasmparser::{
    BinaryReaderError, CompositeInnerType, Data, ElementItems, ElementKind, ElementSectionReader,
    ExternalKind, FunctionBody, Import, ImportSectionReader, Operator, Parser, Payload, TypeRef,
    TypeSectionReader,
};

/// What a module has.
#[derive(Default)]
pub struct Source<'a> {
    /// Its types; all modules of one program list the same.
    pub types: TypeSection,
    /// How many arguments a function of each type has.
    pub params: Vec<u32>,
    /// What it imports, functions left out.
    pub imports: Vec<Import<'a>>,
    /// How many functions it imports; its own are numbered after them.
    pub imported_functions: u32,
    /// Its own functions.
    pub functions: Vec<Function<'a>>,
    /// Functions by the place of the common table that they stand at.
    pub placed: Vec<(u32, Vec<u32>)>,
    /// What it puts into memory.
    pub data: Vec<Data<'a>>,
    /// The names by which modules share globals.
    pub globals: BTreeMap<u32, &'a str>,
}

/// A function of a module.
pub struct Function<'a> {
    /// The place of its type.
    pub ty: u32,
    /// Its code.
    pub body: FunctionBody<'a>,
    /// The functions that it calls.
    pub calls: Vec<u32>,
    /// The globals that it reads or writes.
    pub globals: Vec<u32>,
    /// The place of the table that it hands everything on to and does nothing else.
    pub hop: Option<u32>,
    /// Whether it names what only its own module has.
    pub bound: bool,
}

impl Function<'_> {
    /// Its size in bytes.
    pub fn size(&self) -> usize {
        self.body.as_bytes().len()
    }
}

impl<'a> Source<'a> {
    /// Reads a module.
    ///
    /// # Errors
    /// It is none, or none that dividing gives.
    pub fn read(module: &'a [u8]) -> Result<Self, String> {
        let mut source = Self::default();
        let mut function_types = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload.map_err(said)? {
                Payload::TypeSection(types) => source.read_types(types)?,
                Payload::ImportSection(imports) => source.read_imports(imports)?,
                Payload::FunctionSection(types) => {
                    function_types = types.into_iter().collect::<Result<Vec<u32>, _>>().map_err(said)?;
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export.map_err(said)?;
                        if export.kind == ExternalKind::Global {
                            source.globals.insert(export.index, export.name);
                        }
                    }
                }
                Payload::ElementSection(elements) => source.read_elements(elements)?,
                Payload::CodeSectionEntry(body) => {
                    let ty = function_types.get(source.functions.len()).copied();
                    let ty = ty.ok_or("there is more code than functions")?;
                    let params = source.params.get(ty as usize).copied().unwrap_or_default() as usize;
                    source.functions.push(function(ty, params, body).map_err(said)?);
                }
                Payload::DataSection(data) => {
                    source.data = data.into_iter().collect::<Result<_, _>>().map_err(said)?;
                }
                Payload::StartSection { .. } => return Err("one of them has a start".to_owned()),
                _ => {}
            }
        }
        Ok(source)
    }

    fn read_types(&mut self, types: TypeSectionReader<'a>) -> Result<(), String> {
        for group in types.clone() {
            for ty in group.map_err(said)?.into_types() {
                let CompositeInnerType::Func(ty) = ty.composite_type.inner else {
                    return Err("a type is not that of a function".to_owned());
                };
                self.params.push(ty.params().len() as u32);
            }
        }
        RoundtripReencoder
            .parse_type_section(&mut self.types, types)
            .map_err(|error| error.to_string())
    }

    fn read_imports(&mut self, imports: ImportSectionReader<'a>) -> Result<(), String> {
        let mut globals = 0;
        for import in imports.into_imports() {
            let import = import.map_err(said)?;
            match import.ty {
                TypeRef::Func(_) => self.imported_functions += 1,
                TypeRef::Global(_) => {
                    self.globals.insert(globals, import.name);
                    globals += 1;
                    self.imports.push(import);
                }
                _ => self.imports.push(import),
            }
        }
        Ok(())
    }

    fn read_elements(&mut self, elements: ElementSectionReader<'a>) -> Result<(), String> {
        for element in elements {
            let element = element.map_err(said)?;
            // What is no list of functions keeps the places of other modules free.
            let ElementItems::Functions(functions) = element.items else {
                continue;
            };
            let ElementKind::Active { offset_expr, .. } = element.kind else {
                return Err("a part of the table is filled later".to_owned());
            };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read().map_err(said)?
            else {
                return Err("a place of the table is not a number".to_owned());
            };
            let functions = functions.into_iter().collect::<Result<_, _>>().map_err(said)?;
            self.placed.push((value.cast_unsigned(), functions));
        }
        Ok(())
    }

    /// One of its own functions by its number.
    pub fn function(&self, index: u32) -> Option<&Function<'a>> {
        let own = index.checked_sub(self.imported_functions)?;
        self.functions.get(own as usize)
    }
}

fn said(error: BinaryReaderError) -> String {
    error.to_string()
}

fn function(ty: u32, params: usize, body: FunctionBody<'_>) -> Result<Function<'_>, BinaryReaderError> {
    let mut function = Function {
        ty,
        calls: Vec::new(),
        globals: Vec::new(),
        hop: None,
        bound: false,
        body,
    };
    let mut beginning = Vec::new();
    for operator in function.body.get_operators_reader()? {
        let operator = operator?;
        match &operator {
            Operator::Call { function_index } => function.calls.push(*function_index),
            Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                function.globals.push(*global_index);
            }
            Operator::CallIndirect { table_index: 0, .. } => {}
            Operator::CallIndirect { .. }
            | Operator::ReturnCall { .. }
            | Operator::ReturnCallIndirect { .. }
            | Operator::RefFunc { .. }
            | Operator::MemoryInit { .. }
            | Operator::DataDrop { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. }
            | Operator::TableCopy { .. }
            | Operator::TableGet { .. }
            | Operator::TableSet { .. }
            | Operator::TableGrow { .. }
            | Operator::TableSize { .. }
            | Operator::TableFill { .. } => function.bound = true,
            _ => {}
        }
        if beginning.len() <= params + 3 {
            beginning.push(operator);
        }
    }
    function.hop = hop(&beginning, params, ty);
    Ok(function)
}

/// Where a function hands everything on to: its arguments in their order, a place, the call, the end.
fn hop(operators: &[Operator<'_>], params: usize, ty: u32) -> Option<u32> {
    let (arguments, rest) = operators.split_at_checked(params)?;
    let in_order = arguments.iter().enumerate().all(
        |(place, operator)| matches!(operator, Operator::LocalGet { local_index } if *local_index as usize == place),
    );
    match rest {
        [
            Operator::I32Const { value },
            Operator::CallIndirect {
                type_index,
                table_index: 0,
            },
            Operator::End,
        ] if in_order && *type_index == ty => Some(value.cast_unsigned()),
        _ => None,
    }
}
