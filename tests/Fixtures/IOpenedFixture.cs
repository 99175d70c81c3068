using Numerai.Web.Hosting;

namespace Numerai.Tests.Fixtures;

/// <summary>The present version's server on what an earlier one left, on a virtual clock that stands where that one's stood.</summary>
public interface IOpenedFixture : IAsyncDisposable
{
    Uri Url { get; }

    PlatformServices Platform { get; }
}
