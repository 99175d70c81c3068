namespace Numerai.Data.Diagnostics;

/// <summary>What predictions are measured against, a value a row of the validation data, NaN where there is none; null when the release has
/// no such file.</summary>
internal sealed record DiagnosticsInputs(float[]? MetaModel, float[]? Benchmark, float[]? Example);
