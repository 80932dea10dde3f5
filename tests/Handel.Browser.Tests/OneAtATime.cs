using Xunit;

// A browser and the server that it visits need the two cores of a small machine for themselves.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
