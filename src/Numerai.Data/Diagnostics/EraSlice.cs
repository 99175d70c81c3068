using Numerai.Data.Tables;

namespace Numerai.Data.Diagnostics;

/// <summary>The rows of one validation era.</summary>
/// <param name="Era">Its name.</param>
/// <param name="First">Its first row in the validation data.</param>
/// <param name="Rows">Its columns.</param>
internal sealed record EraSlice(string Era, int First, Table Rows);
