namespace Numerai.Data.Parquet;

/// <summary>Converts a run of values from the form a file stores to the form a table holds, or back.</summary>
internal delegate void SpanConverter<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to);
