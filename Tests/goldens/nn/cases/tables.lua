-- Layers that take or make tables.
return {
}
