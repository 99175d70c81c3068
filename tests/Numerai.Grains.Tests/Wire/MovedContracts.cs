// One contract and one interface, before and after somebody moved them.
namespace Numerai.Grains.Tests.Wire.Before
{
    internal sealed record Sample(int Value);

    internal interface ISampled
    {
        Task<Sample> AskAsync(Sample sample, IReadOnlyList<Sample[]> others, int? count);
    }
}

namespace Numerai.Grains.Tests.Wire.After
{
    internal sealed record Sample(int Value);

    internal interface ISampled
    {
        Task<Sample> AskAsync(Sample sample, IReadOnlyList<Sample[]> others, int? count);
    }
}
