namespace Numerai.Client.Tests;

public sealed class PackageTests
{
    [Fact]
    public void The_client_needs_the_contracts_and_no_other_project_and_no_native_code()
    {
        var references = typeof(NumeraiClient).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        Assert.Contains("Parquet", references);
        Assert.DoesNotContain(references, name =>
            (name.StartsWith("Numerai.", StringComparison.Ordinal) && name != "Numerai.Contracts") || name == "ParquetSharp");
        Assert.DoesNotContain(
            typeof(Contracts.Nmr).Assembly.GetReferencedAssemblies(),
            reference => !reference.Name!.StartsWith("System.", StringComparison.Ordinal));

        // This test program has the client's whole closure beside it.
        var native = Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("native", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".xml", StringComparison.Ordinal));
        Assert.Empty(native);
    }
}
